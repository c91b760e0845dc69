import type { Page } from "@playwright/test";
import { apiClient } from "./setup/api-client";
import { openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

const sideNames = { pm: "Product manager", engineering: "Engineering" };

async function speakAs(page: Page, side: keyof typeof sideNames): Promise<void> {
  const other = side === "pm" ? "engineering" : "pm";
  await page.getByRole("radio", { name: sideNames[other] }).focus();
  await page.keyboard.press(side === "pm" ? "ArrowLeft" : "ArrowRight");
  await expect(page.getByRole("radio", { name: sideNames[side] })).toBeChecked();
}

/** Moves a slider by its keys from one share to another. */
async function slide(page: Page, from: number, to: number): Promise<void> {
  const slider = page.getByRole("slider");
  await expect(slider).toHaveAttribute("aria-valuenow", String(from));
  await slider.focus();
  const key = to > from ? "ArrowRight" : "ArrowLeft";
  for (let press = 0; press < Math.abs(to - from); press++) await page.keyboard.press(key);
  await expect(slider).toHaveAttribute("aria-valuenow", String(to));
}

test("both sides come to an agreement for a stage, by keyboard, and the balance shows it", async ({
  page,
}) => {
  const productId = await openSample(page);
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  await page.waitForURL(/\/agreement/);

  await page.getByRole("button", { name: "Add a stage" }).click();
  const form = page.getByRole("form", { name: "New stage" });
  await form.getByLabel("Begin with a suggestion").selectOption({ label: "Expand" });
  await expect(form.getByText(/A starting point to negotiate: 55 to 70%/)).toBeVisible();
  await form.getByLabel("First day").fill("2026-01-01");
  await form.getByLabel("Last day, if it is known").fill("2025-12-31");
  await form.getByLabel("Goals").fill("Ten more customers.");
  await form.getByRole("button", { name: "Add the stage" }).click();
  await expect(form.getByText("The stage ends before it begins.")).toBeVisible();
  await form.getByLabel("Last day, if it is known").fill("");
  await form.getByRole("button", { name: "Add the stage" }).click();
  await expect(page.getByRole("button", { name: /^Expand/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(form, "what was typed is kept until it is saved").toHaveCount(0);
  await expect(page.getByText("Ten more customers.")).toBeVisible();
  await expectAccessible(page, "a stage without an agreement");

  const talk = page
    .getByRole("region", { name: /for Expand$/ })
    .filter({ has: page.getByRole("slider") });
  await slide(page, 63, 70);
  await talk.getByRole("button", { name: "Propose as product manager" }).click();
  await expect(talk.getByText("Say why.")).toBeVisible();
  await talk.getByLabel("Why").fill("Users wait for the export.");
  await talk.getByRole("button", { name: "Propose as product manager" }).click();
  await expect(page.getByText("Waits for engineering. Only they can answer it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept" })).toHaveCount(0);

  await speakAs(page, "engineering");
  await page.getByRole("button", { name: "Propose something else" }).click();
  await slide(page, 70, 60);
  await expect(page.getByText("The two sides are 10 points apart.")).toBeVisible();
  await page.getByLabel("Why").fill("Debt slows us down.");
  await expectAccessible(page, "a counter-proposal");
  await page.getByRole("button", { name: "Propose as engineering" }).click();
  await expect(page.getByText("Waits for product manager. Only they can answer it.")).toBeVisible();

  await speakAs(page, "pm");
  await expect(page.getByText("Your last word: 70% new features.")).toBeVisible();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("button", { name: "Accept 60% as product manager" }).click();
  const agreed = page.getByRole("region", { name: "Agreed for Expand" });
  await expect(agreed).toContainText("60% new features and 40% upkeep, give or take 5 points");
  await expect(agreed).toContainText("“Debt slows us down.”");
  await expect(agreed).toContainText("who may speak for both sides");
  const said = page.getByRole("region", { name: "All that was said" }).getByRole("listitem");
  await expect(said).toHaveText([
    /proposed 70 ± 5: “Users wait/,
    /proposed instead 60 ± 5/,
    /accepted/,
  ]);
  await page.reload();
  await expect(said).toHaveCount(3);
  await expectAccessible(page, "an agreement");

  await page.goto(`/products/${productId}/balance`);
  await expect(page.getByText(/^Agreed for Expand: 60 ± 5\./)).toBeVisible();
  await expect(page.getByTestId("agreed-band")).toHaveCount(1);
  await expect(page.getByTestId("agreed-band")).toContainText("Expand 60 ± 5");
  await expect(page.getByRole("button", { name: /^Feature share/ })).toContainText("agreed 60 ± 5");
  const chart = page.getByRole("slider", { name: /^The balance by/ });
  await expect(chart).toHaveAttribute("aria-valuetext", /agreed for Feature: 60 ± 5 percent/);
  await page.getByRole("button", { name: "Show as a table" }).click();
  await expect(page.getByRole("columnheader", { name: "Agreed, %" })).toBeVisible();
  await expectAccessible(page, "the balance with a band");
  await page.goto(`/products/${productId}/balance?measure=opened`);
  await expect(
    page.getByText(/this view counts something else, so it shows no band/),
  ).toBeVisible();
  await expect(page.getByTestId("agreed-band")).toHaveCount(0);
});

test("an exception is agreed the same way, and refused days are said beside their field", async ({
  page,
  app,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Exceptional");
  const stage = { name: "Mature", startsOn: "2026-01-01" };
  expect((await call("POST", `/api/products/${id}/stages`, stage)).status).toBe(201);
  await page.goto(`/products/${id}/agreement?side=engineering`);
  await page.getByRole("button", { name: "Propose an exception" }).click();
  const panel = page.getByRole("region", { name: "Exceptions" });
  await panel.getByLabel("Last day").fill("2026-01-02");
  await panel.getByLabel("Why").fill("The March release.");
  const propose = panel.getByRole("button", { name: "Propose the exception as engineering" });
  await panel.getByLabel("Tolerance, points either way").fill("");
  await propose.click();
  await expect(panel.getByText("Say how many points; 0 is none.")).toBeVisible();
  await panel.getByLabel("Tolerance, points either way").fill("5");
  await propose.click();
  await expect(panel.getByText("The exception ends before it begins.")).toBeVisible();
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await panel.getByLabel("Last day").fill(inAWeek);
  await propose.click();
  await expect(panel.getByText(/^Engineering proposes 80 ± 5 from/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Accept the exception" })).toHaveCount(0);
  await speakAs(page, "pm");
  await panel.getByRole("button", { name: "Accept the exception" }).click();
  await panel.getByRole("button", { name: "Accept the exception" }).click();
  await expect(panel.getByText(/both sides agreed on/)).toBeVisible();

  // Whoever proposes for some of its days, or accepts that, is told that all of it ends.
  const inItsPlace = panel.getByText(/^Once accepted, it takes the place of 80 ± 5 from/);
  await panel.getByRole("button", { name: "Propose an exception" }).click();
  await panel.getByLabel("Last day").fill("2026-01-02");
  await expect(inItsPlace).toHaveCount(0);
  await panel.getByLabel("Last day").fill(inAWeek);
  await expect(inItsPlace).toBeVisible();
  await panel.getByLabel("Why").fill("Shorter.");
  await panel.getByRole("button", { name: "Propose the exception as product manager" }).click();
  await speakAs(page, "engineering");
  await expect(panel.getByRole("button", { name: "Accept the exception" })).toBeVisible();
  await expect(inItsPlace).toBeVisible();
});

test("answers over the API have the right status and name the field", async ({ app }) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Contracted");
  const stages = `/api/products/${id}/stages`;
  const { body: stage } = await call("POST", stages, { name: "Expand", startsOn: "2026-01-01" });
  const shares = { feature: 65, upkeep: 35 };
  const proposal = { stageId: stage.id, side: "pm", shares, tolerance: 5, reason: "Because." };
  const propose = (change: object = {}) =>
    call("POST", `/api/products/${id}/agreements`, { ...proposal, ...change });
  const fieldsOf = ({ status, body }: Awaited<ReturnType<typeof call>>) =>
    `${status} ${Object.keys(body.error.fields ?? {}).join()}`;
  expect(fieldsOf(await propose({ shares: { feature: 65, upkeep: 36 } }))).toBe("400 shares");
  expect(fieldsOf(await propose({ tolerance: 101 }))).toBe("400 tolerance");
  const overlap = { name: "Other", startsOn: "2025-01-01" };
  expect(fieldsOf(await call("POST", stages, overlap))).toBe("409 endsOn");
  const { body: open } = await propose();
  const answer = (said: object) => call("POST", `/api/agreements/${open.id}/answers`, said);
  expect(fieldsOf(await answer({ side: "pm", decision: "accept" }))).toBe("403 side");
  expect(fieldsOf(await answer({ side: "engineering", decision: "decline" }))).toBe("400 reason");
  expect((await answer({ side: "engineering", decision: "accept" })).status).toBe(200);
  expect(fieldsOf(await answer({ side: "engineering", decision: "accept" }))).toBe("409 decision");
  const ended = { name: "Old", startsOn: "2025-01-01", endsOn: "2025-12-31" };
  const { body: old } = await call("POST", stages, ended);
  expect(fieldsOf(await propose({ stageId: old.id }))).toBe("422 stageId");
  expect((await call("DELETE", `/api/stages/${old.id}`)).status).toBe(204);
  expect((await call("DELETE", `/api/stages/${stage.id}`)).status).toBe(409);
});

test("at 390 px the agreement scrolls sideways by its line of stages alone", async ({
  page,
  app,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Narrow");
  for (const [name, startsOn] of [
    ["Explore", "2025-01-01"],
    ["Expand", "2025-06-01"],
    ["Mature", "2026-01-01"],
  ]) {
    await call("POST", `/api/products/${id}/stages`, { name, startsOn });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/products/${id}/agreement`);
  await expect(page.getByRole("slider")).toBeVisible();
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});

test("whom one speaks for stays from page to page in a tab, and the address has the last word", async ({
  page,
  app,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Speaking");
  await call("POST", `/api/products/${id}/stages`, { name: "Expand", startsOn: "2026-01-01" });
  const speaking = page.getByRole("region", { name: "Speaking as" });
  await page.goto(`/products/${id}/agreement`);
  await expect(speaking.getByRole("radio", { name: "Product manager" })).toBeChecked();
  await speakAs(page, "engineering");
  await page.goto(`/products/${id}/meetings`);
  await page.getByRole("button", { name: "Start a meeting" }).click();
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}/);
  await page.getByRole("button", { name: "Propose and agree" }).click();
  await expect(speaking.getByRole("radio", { name: "Engineering" })).toBeChecked();
  await page.goto(`/products/${id}/agreement?side=pm`);
  await expect(speaking.getByRole("radio", { name: "Product manager" })).toBeChecked();
});
