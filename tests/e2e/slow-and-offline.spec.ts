import { apiClient } from "./setup/api-client";
import { openBalance, openSample } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test("a headline names the new days once their numbers have come, and not before", async ({
  page,
  sample,
}) => {
  await openBalance(page, sample);
  const headline = page.getByRole("heading", { level: 1 });
  const before = await headline.textContent();
  expect(before).toMatch(/^Last 12 weeks: /);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let asked = 0;
  await page.route("**/balance?**", async (route) => {
    asked += 1;
    await answered;
    await route.continue();
  });
  await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "Last 12 months" });
  await expect.poll(() => asked).toBeGreaterThan(0);
  await expect(page).toHaveURL(/period=12m/);
  expect(await headline.textContent()).toBe(before);
  answer();
  await expect(headline).toHaveText(/^Last 12 months: /);
});

test("without a network, but beside its server, the page goes on reading and writing", async ({
  page,
  app,
}) => {
  const productId = await openSample(page);
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await page.getByText("Opened", { exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Opened in the last 12 weeks/);
  const section = page.getByRole("region", { name: "Notes" });
  await section.getByRole("button", { name: "Add a note" }).click();
  await section.getByLabel("What happened").fill("Written beside the server.");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("listitem")).toContainText("Written beside the server.");
  const { body } = await apiClient(app.url).call("GET", `/api/products/${productId}/notes`);
  expect(JSON.stringify(body)).toContain("Written beside the server.");
});

test("a double click on the sample makes one of it", async ({ page, app }) => {
  const { call } = apiClient(app.url);
  const count = async () => (await call("GET", "/api/products")).body.items.length;
  const before = await count();
  await page.goto("/new");
  await page.getByRole("button", { name: "Open the sample product" }).dblclick();
  await page.waitForURL(/\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();
  expect(await count()).toBe(before + 1);
});
