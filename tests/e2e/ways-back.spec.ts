import { openBalance } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test("Back takes the last choice back, and leaves the page only then", async ({ page, sample }) => {
  await openBalance(page, sample);
  const headline = page.getByRole("heading", { level: 1 });
  await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "Last 12 months" });
  await expect(headline).toHaveText(/^Last 12 months: /);
  await page.getByText("Opened", { exact: true }).click();
  await expect(headline).toHaveText(/^Opened in the last 12 months/);
  await page.goBack();
  await expect(headline).toHaveText(/^Last 12 months: /);
  await page.goBack();
  await expect(headline).toHaveText(/^Last 12 weeks: /);
});

test("in the drawer the focus goes with what is shown: to an item, and back to its line", async ({
  page,
  sample,
}) => {
  await openBalance(page, sample);
  await page.getByRole("button", { name: /^Delivered/ }).click();
  const drawer = page.getByRole("dialog");
  const title = drawer.getByRole("row").nth(2).getByRole("button").first();
  await title.press("Enter");
  const back = drawer.getByRole("button", { name: "← All items" });
  await expect(back).toBeFocused();
  await back.press("Enter");
  await expect(title).toBeFocused();
});
