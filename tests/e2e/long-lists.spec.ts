import { expect, test } from "./setup/fixtures";

test("a long list keeps the rows that can be seen, and the place of the others", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/items`);
  const rows = page.locator("tbody tr:not([aria-hidden])");
  await expect(rows).toHaveCount(50);
  const first = rows.first();
  const title = (await first.getByRole("button").first().textContent()) ?? "";
  const more = page.getByRole("button", { name: /^Load more/ });
  const told = async () => Number(((await more.textContent()) ?? "").replace(/\D/g, ""));
  const left = await told();
  for (let pages = 1; pages <= 8; pages++) {
    await more.click();
    await expect.poll(told).toBe(left - 50 * pages);
  }
  await more.scrollIntoViewIfNeeded();
  await expect.poll(() => rows.count()).toBeLessThan(300);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.getByRole("button", { name: title, exact: true }).first()).toBeVisible();
  expect(Math.abs((await height()) - before)).toBeLessThan(before / 50);
});
