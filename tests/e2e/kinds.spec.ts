import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

test("inside each category its kinds add up to it, and each opens its items", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/balance?period=12m`);
  const section = page.getByRole("region", { name: "Inside the categories" });
  await section.scrollIntoViewIfNeeded();
  await expect(section.getByText(/^Most of the \d+ classified items: /)).toBeVisible();
  const list = section.getByRole("table", { name: /^Maintenance: / });
  const numbers = list.getByRole("button");
  const kinds = await numbers.allTextContents();
  expect(kinds.length).toBeGreaterThan(2);
  const counts = kinds.map(Number);
  const whole = Number((await list.locator("caption").textContent())?.split(": ")[1]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(whole);
  await numbers.first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(`${counts[0]} items`, { exact: true })).toBeVisible();
  await expectAccessible(page, "the kinds and their items");
  await drawer.getByRole("button", { name: "Close the items" }).click();
  // What somebody decided without saying of which kind it is can be opened too.
  await numbers.last().click();
  await expect(drawer.getByText(`Maintenance, No kind`)).toBeVisible();
  await expect(drawer.getByText(`${counts.at(-1)} items`, { exact: true })).toBeVisible();
});
