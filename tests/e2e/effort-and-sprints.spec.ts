import type { Page } from "@playwright/test";
import { placeLabel, pressConnect } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

async function connectPayments(page: Page, url: string): Promise<string> {
  await page.goto("/new");
  await page.getByLabel(placeLabel).fill(`${url}/browse/PAY-12`);
  await page.getByLabel("Token", { exact: true }).fill("personal-token");
  await pressConnect(page);
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();
  const productId = /products\/([^/]+)/.exec(page.url())?.[1];
  if (!productId) throw new Error(`${page.url()} names no product.`);
  return productId;
}

test("the balance in days of effort by sprint: named buckets, the rule in words, items behind each number", async ({
  page,
  jira,
}) => {
  const productId = await connectPayments(page, jira.url);
  await page.goto(`/products/${productId}/balance?period=custom&from=2024-01-08&to=2024-06-21`);
  await page.getByRole("combobox", { name: "Bucket" }).selectOption({ label: "By sprint" });
  await page.waitForURL(/[?&]bucket=sprint/);
  await page.getByRole("button", { name: "Show as a table" }).first().click();
  const table = page.getByRole("region", { name: "The balance by sprint as a table" });
  const rows = table.locator("tbody tr");
  await expect(rows.last()).toContainText("Sprint 1, Jan 8 – 19, 2024");
  await expect(rows.nth(-2)).toContainText("No sprint, Jan 20 – 21, 2024");
  await expect(rows).toHaveCount(23);
  await rows
    .last()
    .getByRole("button", { name: /^2 together/ })
    .click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("heading", { name: /Sprint 1, Jan 8 – 19, 2024/ })).toBeVisible();
  await page.getByRole("button", { name: "Close the items" }).click();

  await page.getByLabel("Unit").selectOption({ label: "Effort" });
  await page.waitForURL(/[?&]unit=effort_days/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("effort days");
  await expect(page.getByText(/At most 20 days an item/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Delivered/ })).toContainText("16 effort days");
  await expectAccessible(page, "the balance in days of effort by sprint");

  await page.getByRole("button", { name: "8 items", exact: true }).click();
  await expect(drawer.getByText("8 items never in progress")).toBeVisible();
  await expect(drawer.getByText("8 items", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Close the items" }).click();

  const answer = await page.request.get(
    `/api/products/${productId}/flow?unit=effort_days&from=2024-01-08&to=2024-06-21`,
  );
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { fields: { unit: expect.any(String) } } });
  const csv = await page.request.get(
    `/api/products/${productId}/items?format=csv&measured=yes&doneFrom=2024-01-08`,
  );
  const [header, ...lines] = (await csv.text()).trimEnd().split("\r\n");
  const column = header?.split(",").indexOf("effortDays") ?? -1;
  expect(column).toBeGreaterThan(0);
  expect(lines).toHaveLength(8);
});
