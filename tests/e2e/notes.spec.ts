import { apiClient } from "./setup/api-client";
import { openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

/** Harmless wherever it stands. */
const hostile = '<img src=x onerror="window.hit = true"> out';

test("a note is written on a day, marked on the axis, changed, deleted and restored", async ({
  page,
}) => {
  const productId = await openSample(page);
  await page.goto(`/products/${productId}/balance?period=12w`);
  const section = page.getByRole("region", { name: "Notes" });
  await section.getByRole("button", { name: "Add a note" }).click();
  await section.getByLabel("Kind").selectOption({ label: "Release" });
  await section.getByLabel("What happened").fill(hostile);
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("listitem")).toContainText(hostile);
  const mark = page.getByRole("button", { name: /^Note 1: .* · Release$/ });
  await expect(mark).toBeVisible();
  await expect(page.getByTestId("note-mark")).toHaveCount(1);
  await mark.focus();
  await page.keyboard.press("Enter");
  const popover = page.getByRole("dialog").filter({ hasText: hostile });
  await expect(popover).toBeVisible();
  await expectAccessible(page, "a note at its mark");
  await page.keyboard.press("Escape");
  await expect(mark).toBeFocused();

  await section.getByRole("button", { name: "Add a note" }).click();
  await section.getByLabel("Day").fill("1960-01-01");
  await section.getByLabel("What happened").fill("Too early");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("Days before 1970-01-01 are out of range.")).toBeVisible();
  await expectAccessible(page, "a refused note");
  await section.getByRole("button", { name: "Cancel" }).click();

  await section.getByRole("button", { name: /^Change note 1/ }).click();
  await section.getByLabel("What happened").fill("Version 3 is out");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("listitem")).toContainText("Version 3 is out");
  await page.reload();
  await expect(section.getByRole("listitem")).toContainText("Version 3 is out");
  await page.emulateMedia({ media: "print" });
  await expect(section.getByRole("listitem")).toBeVisible();
  await expect(section.getByRole("button", { name: "Add a note" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, "notes at 390 px");
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);

  await section.getByRole("button", { name: /^Delete note 1/ }).click();
  await expect(section.getByText("None on these days.")).toBeVisible();
  await expect(page.getByTestId("note-mark")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(section.getByRole("listitem")).toContainText("Version 3 is out");
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
});

test("a note is begun in the period one stands on in the chart, by key and under the axis", async ({
  page,
}) => {
  const productId = await openSample(page);
  await page.goto(`/products/${productId}/balance?period=12w&bucket=week`);
  const chart = page.getByRole("slider", { name: /^The balance by week/ });
  const section = page.getByRole("region", { name: "Notes" });
  await chart.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("n");
  await expect(section.getByLabel("What happened")).toBeFocused();
  await expect(section.getByLabel("What happened")).toHaveValue("");
  const second = await section.getByLabel("Day").inputValue();
  await section.getByLabel("What happened").fill("The export is out");
  await section.getByRole("button", { name: "Save" }).press("Enter");
  await expect(
    section.getByRole("listitem").filter({ hasText: "The export is out" }),
  ).toBeVisible();
  await expect(section.getByRole("button", { name: "Add a note" })).toBeFocused();

  const box = await chart.boundingBox();
  if (!box) throw new Error("The chart is not drawn.");
  await chart.click({ position: { x: box.width - 20, y: box.height - 6 } });
  const day = section.getByLabel("Day");
  await expect(day).toBeVisible();
  expect((await day.inputValue()) > second).toBe(true);
  await expect(page.getByRole("dialog")).toBeHidden();
  await section.getByRole("button", { name: "Cancel" }).click();
  await section.getByRole("button", { name: /^Delete note 1/ }).click();
});

test("where a stage begins, and what both sides agreed from then on, is marked on every view of the chart", async ({
  page,
  app,
}) => {
  const productId = await openSample(page);
  const { call } = apiClient(app.url);
  const startsOn = new Date(Date.now() - 21 * 86_400_000).toISOString().slice(0, 10);
  const place = `/api/products/${productId}`;
  const { body: stage } = await call("POST", `${place}/stages`, { name: hostile, startsOn });
  const shares = { feature: 65, upkeep: 35 };
  const said = { stageId: stage.id, side: "pm", shares, tolerance: 5, reason: "Because." };
  const { body: open } = await call("POST", `${place}/agreements`, said);
  const accepted = { side: "engineering", decision: "accept" };
  expect((await call("POST", `/api/agreements/${open.id}/answers`, accepted)).status).toBe(200);
  await page.goto(`/products/${productId}/balance?period=12w&bucket=week&view=counts`);
  const rows = page.getByRole("region", { name: "Notes" }).getByRole("listitem");
  const stageRow = rows.filter({ hasText: `${hostile} begins.` });
  await expect(stageRow).toContainText("· Stage");
  await expect(rows.filter({ hasText: "65 ± 5 % new features" })).toContainText("· Agreement");
  await expect(page.getByRole("button", { name: /^Notes? 1.*: .* · Stage/ })).toBeVisible();
  await expectAccessible(page, "a stage and an agreement on the axis");
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
  await stageRow.getByRole("link", { name: "The agreement" }).click();
  await page.waitForURL(/\/agreement$/);
});
