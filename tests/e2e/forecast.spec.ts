import type { Page } from "@playwright/test";
import { apiClient } from "./setup/api-client";
import { openBalance, openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

const columns = (page: Page) => page.getByRole("slider", { name: /arrow keys move/ });
const sentence = (page: Page) => page.getByRole("heading", { level: 2 }).first();

test("what if, by keyboard: the shares are moved, and the address gives the same view again", async ({
  page,
  sample: productId,
}) => {
  await openBalance(page, productId);
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  await page.getByRole("link", { name: "What if the work were divided otherwise?" }).click();
  await expect(page).toHaveURL(/\/forecast$/);
  await expect(sentence(page)).toContainText(/^With the work divided as it was, open tech debt/);
  await expect(columns(page)).toHaveCount(1);

  const slider = page
    .getByRole("region", { name: "What if the work were divided so" })
    .getByRole("slider");
  const begun = Number(await slider.getAttribute("aria-valuenow"));
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuenow", String(begun - 1));
  await expect(slider).toBeFocused();
  const upkeep = 100 - (begun - 1);
  await expect(page).toHaveURL(new RegExp(`shares=feature:${begun - 1},upkeep:${upkeep}`));
  await expect(columns(page)).toHaveCount(2);
  await expect(sentence(page)).toContainText(`At ${begun - 1}% new features, ${upkeep}% upkeep`);

  await page.getByRole("checkbox", { name: "Say how upkeep is divided" }).focus();
  await page.keyboard.press("Space");
  await expect(slider).toHaveCount(4);
  await slider.last().focus();
  await page.keyboard.press("End");
  await expect(sentence(page)).toContainText(`0% rewrite, ${upkeep}% tech debt`);
  await page.getByLabel("Pictures of").selectOption({ label: "Feature" });
  await expect(sentence(page)).toContainText("open feature");
  await page.getByRole("radio", { name: "13 weeks" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/weeks=8/);
  await page.getByRole("button", { name: "Show Feature by week as a table" }).click();
  const weeks = page.getByRole("region", { name: "Feature by week as a table" });
  await expect(weeks.getByRole("row")).toHaveCount(9);
  await expectAccessible(page, "what if");

  const said = await sentence(page).textContent();
  await page.reload();
  await expect(sentence(page)).toHaveText(said ?? "");
  await expect(columns(page)).toHaveCount(2);

  const own = columns(page).last();
  await own.focus();
  await expect(own).toHaveAttribute("aria-valuetext", /Half of the runs at most \d/);
  await page.keyboard.press("Enter");
  const items = page.getByRole("dialog");
  await expect(items.getByText(/^Feature, open on/)).toBeVisible();
  await expect(items.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("link", { name: "Agreement", exact: true })).toHaveAttribute(
    "href",
    `/products/${productId}/agreement`,
  );
});

test("both sides' proposals are seen beside the actual, and the check against the past says how often", async ({
  page,
  app,
}) => {
  const productId = await openSample(page);
  const { call } = apiClient(app.url);
  const today = new Date().toISOString().slice(0, 10);
  const stage = { name: "Expand", startsOn: today };
  const { body: made } = await call("POST", `/api/products/${productId}/stages`, stage);
  const proposal = { stageId: made.id, side: "pm", tolerance: 5, reason: "Users wait." };
  const shares = (feature: number) => ({ feature, upkeep: 100 - feature });
  const path = `/api/products/${productId}/agreements`;
  const { body: open } = await call("POST", path, { ...proposal, shares: shares(75) });
  const counter = { side: "engineering", decision: "counter", reason: "Debt slows us down." };
  const answers = `/api/agreements/${open.id}/answers`;
  expect((await call("POST", answers, { ...counter, shares: shares(40) })).status).toBe(200);

  await page.goto(`/products/${productId}/forecast?weeks=26`);
  const table = page.getByRole("region", { name: "Open at the end of the weeks ahead" });
  await expect(table.getByRole("columnheader")).toHaveText([
    ...["Category", /^Open on/, "Today’s actual"],
    ...["Product manager’s proposal", "Engineering’s proposal"],
  ]);
  await expect(columns(page)).toHaveCount(3);
  const tested = page.getByRole("region", { name: "Checked against the past" });
  await tested.scrollIntoViewIfNeeded();
  await expect(tested.getByText(/^\d+% of \d+ forecasts held/)).toBeVisible();
  await expect(tested.getByRole("row", { name: /^All together/ })).toContainText(
    /\d+ of \d+, \d+%/,
  );
  await expectAccessible(page, "proposals side by side, and the check against the past");
  await page.setViewportSize({ width: 390, height: 844 });
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});

test("an empty product is told what a forecast needs, and what makes no sense is refused", async ({
  page,
  app,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Empty");
  await page.goto(`/products/${id}/forecast`);
  await expect(sentence(page)).toHaveText("There is too little history to look ahead.");
  await expect(page.getByText(/^Nothing was opened/).first()).toBeVisible();
  const path = `/api/products/${id}/forecast`;
  const { status, body } = await call("GET", path);
  expect([status, body.forecast, typeof body.reason]).toEqual([200, null, "string"]);
  for (const [asked, field] of [
    ["?weeks=3", "weeks"],
    ["?weeks=27", "weeks"],
    ["?shares=feature:60,upkeep:41", "shares"],
    ["?shares=sixty", "shares"],
    ["/backtest?asKnownAt=yesterday", "asKnownAt"],
  ]) {
    const refused = await call("GET", `${path}${asked}`);
    expect([refused.status, Object.keys(refused.body.error.fields)]).toEqual([400, [field]]);
  }
  const nobody = "00000000-0000-4000-8000-00000000dead";
  expect((await call("GET", `/api/products/${nobody}/forecast`)).status).toBe(404);
});
