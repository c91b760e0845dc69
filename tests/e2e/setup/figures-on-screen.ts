import { expect, type Page } from "@playwright/test";

/** Amounts by month and category. */
export type Figures = Record<string, Record<string, number>>;

/** The columns that hold amounts, in their order. */
export const columns = [
  "Feature",
  "Maintenance",
  "Rewrite",
  "Tech debt",
  "Unclassified",
  "Excluded",
];

/** The balance's table over the whole history, as it stands on the screen; now, or as known then. */
export async function figuresOnScreen(
  page: Page,
  productId: string,
  asKnownAt?: string,
): Promise<Figures> {
  const known = asKnownAt === undefined ? "" : `&asKnownAt=${asKnownAt}`;
  await page.goto(`/products/${productId}/balance?period=all&bucket=month${known}`);
  await page.getByRole("button", { name: "Show as a table" }).click();
  const table = page.getByRole("region", { name: /^The balance by month/ });
  const rows = table.locator("tbody tr");
  await expect(rows.first()).toBeVisible();
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
  );
  return Object.fromEntries(
    cells.map(([month = "", ...amounts]) => [
      month.replace(/ not whole$/, ""),
      Object.fromEntries(columns.map((name, index) => [name, Number(amounts[index])])),
    ]),
  );
}
