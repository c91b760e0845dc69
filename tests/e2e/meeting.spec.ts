import type { Page } from "@playwright/test";
import { apiClient } from "./setup/api-client";
import { openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, patient, test } from "./setup/fixtures";

/** The sample product with a stage and a contested item; returns its id. */
async function prepare(page: Page, url: string): Promise<string> {
  const productId = await openSample(page);
  const { call } = apiClient(url);
  const stage = { name: "Expand", startsOn: "2026-01-01", goals: "Ten more customers." };
  await call("POST", `/api/products/${productId}/stages`, stage);
  const items = `/api/products/${productId}/items?state=closed&category=maintenance&limit=1`;
  const [item] = (await call("GET", items)).body.items;
  const dispute = { reason: "It is new to users." };
  expect((await call("POST", `/api/items/${item.id}/dispute`, dispute)).status).toBe(201);
  return productId;
}

async function startMeeting(page: Page, productId: string): Promise<string> {
  await page.goto(`/products/${productId}/meetings`);
  await page.getByRole("button", { name: "Start a meeting" }).click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}/);
  await expect(page.getByRole("navigation", { name: "Screens of the meeting" })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function show(page: Page, screen: string): Promise<void> {
  const step = page.getByRole("navigation", { name: "Screens of the meeting" });
  await step.getByRole("button", { name: screen }).click();
  await expect(step.getByRole("button", { name: screen })).toHaveAttribute("aria-current", "step");
}

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
    await expectAccessible(page, screen);
    const shown = toBeSeen[screen];
    if (shown) {
      await expect(page.locator(shown).first()).toBeVisible();
      await expectWhole(page);
    }
    await page.keyboard.press("ArrowRight");
  }
  await expect(page).toHaveURL(/screen=record/);
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/screen=agree/);
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/screen=agree/);
  await page.goto(`${address}?screen=balance`);
  await expect(page.getByRole("slider", { name: /^The balance by/ })).toBeInViewport({
    ratio: 0.5,
  });
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

test("the plan is kept, and says at once what would make it meet the agreement", async ({
  page,
  app,
}) => {
  const { call } = apiClient(app.url);
  const productId = await prepare(page, app.url);
  const { body: stages } = await call("GET", `/api/products/${productId}/stages`);
  const terms = { side: "pm", shares: { feature: 50, upkeep: 50 }, tolerance: 5, reason: "So." };
  const proposal = { ...terms, stageId: stages.items[0].id };
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

test("a draft stays where it is when the other side’s proposal lands beside it", async ({
  page,
  app,
}) => {
  const { call } = apiClient(app.url);
  const productId = await prepare(page, app.url);
  const { body: stages } = await call("GET", `/api/products/${productId}/stages`);
  await startMeeting(page, productId);
  await show(page, "Propose and agree");
  const why = page.getByLabel("Why");
  await why.fill("Users wait for the export.");
  const terms = {
    shares: { feature: 40, upkeep: 60 },
    tolerance: 5,
    reason: "Debt slows us down.",
  };
  const proposal = { ...terms, side: "engineering", stageId: stages.items[0].id };
  expect((await call("POST", `/api/products/${productId}/agreements`, proposal)).status).toBe(201);
  const theirs = page.getByRole("region", { name: "Engineering", exact: true });
  await expect(theirs).toContainText("Debt slows us down.");
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toBeVisible();
  await expect(why).toHaveValue("Users wait for the export.");
  await expect(why).toBeFocused();
  await page.keyboard.type(" All of them.");
  await expectAccessible(page, "a draft beside a proposal");
  await page.getByRole("button", { name: "Propose as product manager" }).click();
  const own = page.getByRole("region", { name: "Product manager", exact: true });
  await expect(own).toContainText("Users wait for the export. All of them.");
  await expect(own).toContainText("Waits for engineering.");
});

test("what two write in one field is offered to the later one, and what came too late is kept to copy", async ({
  page,
  app,
  browser,
}) => {
  const { call } = apiClient(app.url);
  const address = await startMeeting(page, await prepare(page, app.url));
  const meeting = `/api/meetings/${address.split("/").at(-1)}`;
  const stored = async () => (await call("GET", meeting)).body.minutes.notes;
  const beside = await browser.newContext({ baseURL: app.url });
  const other = patient(await beside.newPage());
  const blockSaves = () =>
    page.route(`**${meeting}`, (route) =>
      route.request().method() === "PATCH" ? route.abort() : route.continue(),
    );

  await test.step("one person alone is never told that somebody else wrote", async () => {
    await show(page, "Record");
    await page.getByLabel("Notes").pressSequentially("The export is late. ", { delay: 40 });
    await expect(page.getByText("All is saved.")).toBeVisible();
    await expect(page.getByText("Somebody else wrote here")).toBeHidden();
    expect(await stored()).toBe("The export is late. ");
  });

  await test.step("of two texts the later writer chooses, and nothing is stored before", async () => {
    await other.goto(`${address}?screen=record`);
    await blockSaves();
    await page.getByLabel("Notes").fill("Mine");
    await expect(page.getByText(/kept in this browser and tried again/)).toBeVisible();
    await other.getByLabel("Notes").fill("Theirs");
    await expect(other.getByText("All is saved.")).toBeVisible();
    await page.unroute(`**${meeting}`);
    const both = page.getByRole("alert").filter({ hasText: "Somebody else wrote here" });
    await expect(both).toContainText("Theirs: “Theirs”");
    await expect(both).toContainText("Yours: “Mine”");
    await expectAccessible(page, "two texts of one field");
    await expect(page.getByRole("button", { name: "Close the meeting" })).toBeDisabled();
    await page.reload();
    await expect(page.getByLabel("Notes")).toHaveValue("Mine");
    expect(await stored()).toBe("Theirs");
    await both.getByRole("button", { name: "Join both" }).click();
    await expect(other.getByLabel("Notes")).toHaveValue("Theirs\nMine");
    await expect(both).toBeHidden();
  });

  await test.step("what the other side’s closing cuts off stays on the screen, and beside the record", async () => {
    await blockSaves();
    await page.getByLabel("Notes").fill("Too late");
    await other.getByRole("button", { name: "Close the meeting" }).click();
    await expect(other).toHaveURL(/\/record$/);
    const left = page.getByRole("region", { name: "Not in the record" });
    await expect(left).toContainText("Notes: Too late");
    await page.unroute(`**${meeting}`);
    await page.reload();
    await expect(page).toHaveURL(/\/record$/);
    await expect(left).toContainText("Notes: Too late");
    await expectAccessible(page, "a record and what came too late for it");
    await left.getByRole("button", { name: "Forget it" }).click();
    await page.reload();
    await expect(page.getByRole("region", { name: "Decisions" })).toBeVisible();
    await expect(left).toBeHidden();
    expect(await stored()).toBe("Theirs\nMine");
  });
  await beside.close();
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
