import type { Item } from "@/lib/contracts/items";
import type { Model } from "@/lib/contracts/model";
import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test("what people decide is told on the model's page, and each number opens its items", async ({
  page,
  standIn,
  app,
}) => {
  for (let part = 1; part <= 24; part++) {
    standIn.addIssue("acme/checkout", { title: `Zorgle part ${part}`, labels: [], body: "So." });
  }
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/model`);
  await expect(page.getByText("Nothing is corrected yet")).toBeVisible();

  const api = apiClient(app.url);
  const found = await api.call("GET", `/api/products/${productId}/items?q=Zorgle&limit=100`);
  const items = found.body.items.map(({ id }: Item) => id);
  const decision = { items, category: "tech_debt" };
  await api.call("POST", `/api/products/${productId}/overrides`, decision);
  const model: Model = (await api.call("GET", `/api/products/${productId}/model`)).body;
  expect(model.own.n).toBe(24);

  await page.getByRole("link", { name: "triage" }).click();
  await expect(page.getByTestId("learning")).toContainText("24 are new");
  await page.getByRole("link", { name: "How accurate it is" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("accuracy")).toContainText(
    `right about ${model.own.right} of 24 corrected items`,
  );
  const cell = model.confusion.find(({ n, said }) => n > 0 && said !== "tech_debt");
  const row = page.getByRole("table").first().getByRole("row").nth(1);
  await expect(row).toContainText("Feature");
  await page
    .getByRole("button", { name: /the model said (Feature|Maintenance|Rewrite)/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(`${cell?.n} items`)).toBeVisible();
  await expect(drawer.getByRole("listitem")).toHaveCount(cell?.n ?? 0);
  await drawer
    .getByRole("button", { name: /^Zorgle part/ })
    .first()
    .click();
  await expect(drawer.getByRole("heading", { name: /^Zorgle part/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(page).not.toHaveURL(/items=/);
});
