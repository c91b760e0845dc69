import { apiClient } from "./setup/api-client";
import { makeSample } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test("of two quick decisions about an item the later one stays, though the first is slow", async ({
  page,
  app,
}) => {
  const productId = await makeSample(app.url);
  await page.goto(`/products/${productId}/items`);
  let sent = 0;
  let answered = 0;
  let address = "";
  await page.route("**/api/items/*/category", async (route) => {
    address = new URL(route.request().url()).pathname;
    sent++;
    if (sent === 1) await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  page.on("response", (response) => {
    if (response.url().endsWith("/category")) answered++;
  });
  const category = page.getByRole("button", { name: /^Category of/ }).first();
  for (const name of ["Rewrite", "Tech debt"]) {
    await category.click();
    await page.getByRole("menuitem", { name }).click();
    await expect(category).toHaveText(name);
  }
  await expect.poll(() => answered).toBe(2);
  await expect(page.getByText(/now Tech debt\./)).toBeVisible();
  await expect(category).toHaveText("Tech debt");
  const { body } = await apiClient(app.url).call("GET", address.replace(/\/category$/, ""));
  expect(body.category).toBe("tech_debt");
});
