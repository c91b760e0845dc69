import { apiClient } from "./setup/api-client";
import { connectRepository, openBalance } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("the first tap on a bar of the balance opens its items", async ({ page, sample }) => {
  await openBalance(page, sample);
  const chart = page.getByRole("slider", { name: /^The balance by/ });
  await expect(chart.locator("rect[fill^=url]").first()).toBeAttached();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error("The chart has no place on the page.");
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height * 0.7);
  await expect(page.getByRole("dialog")).toBeVisible({ timeout: 15_000 });
  await expect(page.locator("g:focus")).toHaveCount(0);
});

test("a long product name does not widen the page", async ({ page, standIn, app }) => {
  const productId = await connectRepository(page, standIn);
  const name = "Checkout, invoices and everything that is paid by card";
  const { status } = await apiClient(app.url).call("PATCH", `/api/products/${productId}`, { name });
  expect(status).toBe(200);
  await openBalance(page, productId);
  await expect(page.getByText(name).first()).toBeVisible();
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widthOf()).toBe(390);
  const unbroken = { name: "N".repeat(150) };
  await apiClient(app.url).call("PATCH", `/api/products/${productId}`, unbroken);
  await page.goto(`/products/${productId}/settings`);
  await expect(page.getByRole("region", { name: "Delete the product" })).toBeVisible();
  expect(await widthOf()).toBe(390);
});

test("a long stage name without a space widens no page", async ({ page, app }) => {
  const api = apiClient(app.url);
  const { id } = await api.createProduct("Long stages");
  const stage = { name: "G".repeat(78), startsOn: "2026-01-01", goals: "More." };
  expect((await api.call("POST", `/api/products/${id}/stages`, stage)).status).toBe(201);
  for (const name of ["balance", "agreement", "digest"]) {
    await page.goto(`/products/${id}/${name}`);
    await expect(page.getByText(stage.name).first()).toBeVisible();
    const beside = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await beside(), name).toBeLessThanOrEqual(0);
  }
});
