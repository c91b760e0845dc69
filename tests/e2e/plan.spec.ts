import { apiClient } from "./setup/api-client";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";
import { prepare, stageIdOf } from "./setup/meetings";

test("the plan is kept, and says at once what would make it meet the agreement", async ({
  page,
  app,
}) => {
  const { call } = apiClient(app.url);
  const productId = await prepare(page, app.url);
  const terms = { side: "pm", shares: { feature: 50, upkeep: 50 }, tolerance: 5, reason: "So." };
  const proposal = { ...terms, stageId: await stageIdOf(app.url, productId) };
  const { body: open } = await call("POST", `/api/products/${productId}/agreements`, proposal);
  const accept = { side: "engineering", decision: "accept" };
  await call("POST", `/api/agreements/${open.id}/answers`, accept);
  const { body: offered } = await call("GET", `/api/products/${productId}/plan`);
  const features = offered.candidates.filter(
    ({ category }: { category: string }) => category === "feature",
  );
  await page.goto(`/products/${productId}/plan`);
  for (const { key } of features.slice(0, 2)) {
    await page.getByRole("checkbox", { name: `Choose ${key}`, exact: true }).click();
  }
  await expect(page.getByTestId("plan-sentence")).toHaveText(
    "2 of 2 items are new features: 100%. Agreed: 50 ± 5. Too much of it is new features for the agreement.",
  );
  await expect(page.getByText(/^To meet it: 2 more upkeep items, or swap/)).toBeVisible();
  await page.getByRole("button", { name: /^Swap/ }).click();
  await expect(page.getByTestId("plan-sentence")).toContainText("This plan meets the agreement.");
  await expectAccessible(page, "a plan");
  await page.reload();
  await expect(page.getByTestId("plan-sentence")).toContainText("This plan meets the agreement.");
  await test.step("a choice that the lost connection keeps back is told, and made when it is back", async () => {
    const chosen = page.getByRole("checkbox", { checked: true });
    const before = await chosen.count();
    await page.route("**/plan", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    const open = page.getByRole("checkbox", { name: /^Choose/, checked: false });
    await open.nth(0).click();
    await open.nth(0).click();
    const lost = page.getByText(/^The connection is lost: what is chosen here/);
    await expect(lost).toBeVisible();
    await expect(chosen).toHaveCount(before + 2);
    await page.unroute("**/plan");
    await expect(lost).toBeHidden();
    await expect(chosen).toHaveCount(before + 2);
    await page.reload();
    await expect(chosen).toHaveCount(before + 2);
  });
  const stale = { version: 0, scope: { from: "open", value: null }, chosen: [] };
  expect((await call("POST", `/api/products/${productId}/plan`, stale)).status).toBe(409);
  const unnamed = `/api/products/${productId}/plan?from=sprint`;
  expect((await call("GET", unnamed)).status).toBe(400);
});
