import type { Page } from "@playwright/test";
import { apiClient } from "./setup/api-client";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, patient, test } from "./setup/fixtures";
import { prepare, show, startMeeting } from "./setup/meetings";

/** The picture or list of a screen that has to be seen with its answer, without scrolling. */
const toBeSeen: Record<string, string> = {
  balance: "[role=slider]",
  moved: "h1",
  flow: "figure svg",
  "what-if": "figure svg",
  plan: "[type=checkbox]",
};

/** Nothing is under the fold: neither the answer nor its picture has to be scrolled to. */
async function expectWhole(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
    .toBeLessThanOrEqual(0);
}

async function textOf(page: Page, testId: string): Promise<string> {
  const place = page.getByTestId(testId);
  await expect(place).not.toBeEmpty();
  return (await place.textContent()) ?? "";
}

test("two sides hold a whole meeting in two browsers, and its record is what was shown", async ({
  page,
  app,
  browser,
}) => {
  const { call } = apiClient(app.url);
  const productId = await prepare(page, app.url);
  const address = await startMeeting(page, productId);
  const meetingId = address.split("/").at(-1) ?? "";
  const beside = await browser.newContext({ baseURL: app.url });
  const engineering = patient(await beside.newPage());

  await test.step("the numbers are shown, by arrow keys", async () => {
    await expect(page.getByText("Goals of Expand:")).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/screen=balance/);
    await expect(page.getByText("Screen 2 of 9: The balance")).toBeAttached();
  });
  const headline = await textOf(page, "headline");

  await test.step("one proposes, the other sees it, counters, and the first accepts", async () => {
    await engineering.goto(`${address}?screen=agree&side=engineering`);
    await show(page, "Propose and agree");
    await page.getByLabel("Why").fill("Users wait for the export.");
    await page.reload();
    await expect(page.getByLabel("Why")).toHaveValue("Users wait for the export.");
    await page.getByRole("button", { name: "Propose as product manager" }).click();
    await engineering.getByRole("button", { name: "Propose something else" }).click();
    await engineering.getByRole("slider").focus();
    for (let press = 0; press < 5; press++) await engineering.keyboard.press("ArrowLeft");
    await expect(engineering).toHaveURL(/screen=agree/);
    await engineering.getByLabel("Why").fill("Debt slows us down.");
    await engineering.getByRole("button", { name: "Propose as engineering" }).click();
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByRole("button", { name: /^Accept \d+% as product manager$/ }).click();
    const agreed = engineering.getByRole("region", { name: "Agreed for Expand" });
    await expect(agreed).toContainText("“Debt slows us down.”");
  });

  await test.step("what is contested is settled, and the numbers stay", async () => {
    await show(page, "To settle");
    await page.getByRole("button", { name: "Change to Feature" }).click();
    await expect(page.getByTestId("settled")).toContainText(
      "Maintenance → Feature, no longer contested",
    );
    await show(page, "The balance");
    expect(await textOf(page, "headline")).toBe(headline);
  });

  await test.step("the plan is chosen, by both at once", async () => {
    await show(page, "The next plan");
    await show(engineering, "The next plan");
    await expect(engineering.getByTestId("plan-sentence")).toHaveText("Nothing is chosen yet.");
    await page
      .getByRole("checkbox", { name: /^Choose/ })
      .nth(0)
      .click();
    await expect(engineering.getByRole("checkbox", { checked: true })).toHaveCount(1);
    await engineering
      .getByRole("checkbox", { name: /^Choose/, checked: false })
      .nth(0)
      .click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await page
      .getByRole("checkbox", { name: /^Choose/, checked: false })
      .nth(0)
      .click();
    await expect(engineering.getByRole("checkbox", { checked: true })).toHaveCount(3);
  });
  const plan = await textOf(page, "plan-sentence");

  await test.step("a lost connection and a reload lose nothing that was typed", async () => {
    await show(page, "Record");
    await page.route(`**/api/meetings/${meetingId}`, (route) =>
      route.request().method() === "PATCH" ? route.abort() : route.continue(),
    );
    await page.getByRole("button", { name: "Add a decision" }).click();
    await page.getByLabel("Decision 1", { exact: true }).fill("The ledger before anything else");
    await page.getByLabel("Owner of decision 1").fill("Ada");
    await expect(page.getByText(/kept in this browser and tried again/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Close the meeting" })).toBeDisabled();
    await page.reload();
    await expect(page.getByLabel("Decision 1", { exact: true })).toHaveValue(
      "The ledger before anything else",
    );
    await show(engineering, "Record");
    await engineering.getByLabel("Notes").fill("Bring the figures next time.");
    await expect(engineering.getByText("All is saved.")).toBeVisible();
    await page.unroute(`**/api/meetings/${meetingId}`);
    await expect(page.getByText("All is saved.")).toBeVisible();
    await expect(page.getByLabel("Notes")).toHaveValue("Bring the figures next time.");
    await expect(engineering.getByLabel("Owner of decision 1")).toHaveValue("Ada");
    await page.getByRole("button", { name: "Add a follow-up" }).click();
    await page.getByLabel("Follow-up 1", { exact: true }).fill("Ask three customers");
    await page.getByLabel("There for engineering").fill("Grace, Linus");
    await expect(page.getByText("All is saved.")).toBeVisible();
  });

  await test.step("it is closed, and the record says what was shown and decided", async () => {
    await page.getByRole("button", { name: "Close the meeting" }).click();
    await expect(page).toHaveURL(/\/record$/);
    expect(await textOf(page, "headline")).toBe(headline);
    expect(await textOf(page, "plan-sentence")).toBe(plan);
    const part = (name: string) => page.getByRole("region", { name, exact: true });
    await expect(part("Agreed").getByRole("listitem")).toHaveText([
      /^Product manager .* proposed .*Users wait/,
      /^Engineering .* proposed instead .*Debt slows us down/,
      /^Product manager .* accepted/,
    ]);
    await expect(part("Decisions")).toContainText("The ledger before anything else (Ada)");
    await expect(part("Follow-ups")).toContainText("Ask three customers");
    await expect(part("Who was there")).toContainText("Grace, Linus");
    await expect(part("Settled in this meeting")).toContainText("Maintenance → Feature");
    await expect(part("Notes")).toContainText("Bring the figures next time.");
    await expectAccessible(page, "a record");
    await expect(engineering.getByText("This meeting is closed.")).toBeVisible();
  });

  await test.step("the record stays, whatever comes after it", async () => {
    const before = (await call("GET", `/api/meetings/${meetingId}`)).body;
    const emptied = { version: 3, scope: { from: "open", value: null }, chosen: [] };
    expect((await call("POST", `/api/products/${productId}/plan`, emptied)).status).toBe(200);
    expect((await call("GET", `/api/meetings/${meetingId}`)).body).toEqual(before);
    const text = await (await fetch(`${app.url}/api/meetings/${meetingId}?format=markdown`)).text();
    expect(text).toContain("- The ledger before anything else (Ada)");
    expect(text).toContain(plan);
    const table = await (await fetch(`${app.url}/api/meetings/${meetingId}?format=csv`)).text();
    const { feature } = before.opening.balance.totals.counts;
    expect(table).toContain(`,done,items,feature,${feature},`);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("the next meeting starts from it", async () => {
    await startMeeting(page, productId);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Since last time");
    await expect(page.getByText("The ledger before anything else (Ada)")).toBeVisible();
    await page.getByLabel("What became of: The ledger").selectOption({ label: "Partly kept" });
    await expect(page).toHaveURL(/meetings/);
    await page.getByRole("button", { name: "Notes and decisions" }).click();
    await expect(page.getByText("All is saved.")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("What became of: The ledger")).toHaveValue("partly");
  });
  await beside.close();
});

test("every screen can be read by keyboard and screen reader, on a projector and a phone", async ({
  page,
  app,
}) => {
  const address = await startMeeting(page, await prepare(page, app.url));
  const screens = [
    "since",
    "balance",
    "moved",
    "settle",
    "flow",
    "what-if",
    "plan",
    "agree",
    "record",
  ];
  for (const screen of screens) {
    await expect(page.locator(`[data-screen=${screen}]`)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
    // Axe takes what the foot of a long screen covers in part, until it is scrolled, for too small.
    if (screen === "settle") await page.setViewportSize({ width: 1280, height: 1600 });
    await expectAccessible(page, screen);
    await page.setViewportSize({ width: 1280, height: 720 });
    const shown = toBeSeen[screen];
    if (shown) {
      await expect(page.locator(shown).first()).toBeVisible();
      await expectWhole(page);
    }
    await page.keyboard.press("ArrowRight");
  }
  await expect(page).toHaveURL(/screen=record/);
  const visited = await page.evaluate(() => history.length);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate(() => history.length), "no step past the last one").toBe(visited);
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/screen=agree/);
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/screen=agree/);
  await page.goto(`${address}?screen=balance`);
  await expect(page.getByRole("slider", { name: /^The balance by/ })).toBeInViewport({
    ratio: 0.5,
  });
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 1080 });
    const mark = await page.getByText("Sample data: generated, not real").boundingBox();
    const steps = await page
      .getByRole("navigation", { name: "Screens of the meeting" })
      .boundingBox();
    const under = (mark?.y ?? 0) + (mark?.height ?? 0);
    expect(steps?.y, `the screens' names at ${width} px`).toBeGreaterThanOrEqual(under);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    ...screens.map((screen) => `${address}?screen=${screen}`),
    `${address}/record`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth, path).toBeLessThanOrEqual(clientWidth);
  }
});

test("answers over the API have the right status and say why", async ({ app }) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Meeting");
  const path = `/api/products/${id}/meetings`;
  const { status, body } = await call("POST", path);
  expect(status).toBe(201);
  const second = await call("POST", path);
  expect([second.status, second.body.error.message]).toEqual([
    409,
    expect.stringMatching(/is open/),
  ]);
  const own = `/api/meetings/${body.id}`;
  const change = { version: 1, minutes: { ...body.minutes, notes: "One" } };
  expect((await call("PATCH", own, change)).status).toBe(200);
  expect((await call("PATCH", own, change)).status).toBe(409);
  expect((await call("PATCH", own, { version: 2 })).status).toBe(400);
  expect((await call("POST", `${own}/close`, { version: 1 })).status).toBe(409);
  expect((await call("POST", `${own}/close`, { version: 2 })).status).toBe(200);
  expect((await call("PATCH", own, { ...change, version: 3 })).status).toBe(409);
  expect((await call("GET", "/api/meetings/none")).status).toBe(404);
  expect((await call("GET", `${own}?format=pdf`)).status).toBe(400);
});
