import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { columns, type Figures, figuresOnScreen } from "./setup/figures-on-screen";
import { expect, test } from "./setup/fixtures";

/** Connects the stand-in's repository and goes to its rules. Returns the product's id. */
async function openRules(page: Page, standIn: GithubStandIn): Promise<string> {
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/rules`);
  return productId;
}

/** The same figures with what the preview says moved from one category to another. */
async function withPreviewedMoves(page: Page, before: Figures): Promise<Figures> {
  const after = structuredClone(before);
  const rows = page.getByRole("region", { name: "Moves by month" }).locator("tbody tr");
  for (const row of await rows.all()) {
    const [month = "", way = "", items = ""] = await row.locator("td").allTextContents();
    const [from = "", to = ""] = way.split("→").map((name) => name.trim());
    const figures = after[month];
    if (month === "Still open") continue;
    if (figures?.[from] === undefined || figures[to] === undefined) {
      throw new Error(`The chart has no ${month} with ${way}.`);
    }
    figures[from] -= Number(items);
    figures[to] += Number(items);
  }
  return after;
}

async function addRule(page: Page, rule: { name: string; like: string; category: string }) {
  await page.getByRole("button", { name: "Add a rule" }).click();
  const form = page.getByRole("group", { name: /^Edit / });
  await form.getByLabel("Name", { exact: true }).fill(rule.name);
  const named = page.getByRole("group", { name: `Edit ${rule.name}` });
  await named.getByLabel("Comparison").selectOption("like");
  await named.getByRole("combobox", { name: "Values" }).fill(rule.like);
  await named.getByRole("combobox", { name: "Values" }).press("Enter");
  await named.getByLabel("Then it is").selectOption(rule.category);
}

test("a rule is written, previewed and saved, and the chart moves by what was previewed", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await connectRepository(page, standIn);
  const before = await figuresOnScreen(page, productId);
  await page.goto(`/products/${productId}/rules`);
  await expect(page.getByRole("list", { name: /^Rules/ }).getByRole("listitem")).toHaveCount(3);
  await addRule(page, { name: "Bugs are debt", like: "*bug*", category: "tech_debt" });
  await expect(page.getByTestId("moved")).toHaveText(/^[1-9]\d* items would move$/);
  await expect(page.getByRole("region", { name: "Preview" })).toHaveAttribute("aria-busy", "false");
  const expected = await withPreviewedMoves(page, before);
  expect(expected).not.toEqual(before);
  expect(await totalsOfApi(app.url, productId)).toEqual(sums(before));

  await page.getByLabel("Note for the history").fill("Agreed in March");
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText(/Version 1 decides all items/)).toBeVisible();
  expect(await figuresOnScreen(page, productId)).toEqual(expected);
  expect(await totalsOfApi(app.url, productId)).toEqual(sums(expected));
  await page.goto(`/products/${productId}/items?because=rule`);
  await expect(page.getByText("rule “Bugs are debt”").first()).toBeVisible();

  await page.goto(`/products/${productId}/rules`);
  await page.getByRole("button", { name: "Versions" }).click();
  await expect(page.getByText("Agreed in March")).toBeVisible();
  await page.getByRole("button", { name: "Compare version 0" }).click();
  await expect(page.getByText("Added: Bugs are debt")).toBeVisible();
  await page.getByRole("button", { name: "Restore version 0" }).click();
  await expect(page.getByText(/Version 2 decides all items/)).toBeVisible();
  expect(await figuresOnScreen(page, productId)).toEqual(before);
});

test("rules are reordered and removed by keyboard, and a removal can be undone", async ({
  page,
  standIn,
}) => {
  await openRules(page, standIn);
  const rules = page.getByRole("list", { name: /^Rules/ }).getByRole("listitem");
  await expect(rules).toHaveCount(3);
  const down = page.getByRole("button", { name: "Move Dependency bots down" });
  await down.focus();
  await page.keyboard.press("Enter");
  await expect(rules.nth(1)).toContainText("Dependency bots");
  await expect(down).toBeFocused();
  await expect(page.getByText("Dependency bots is now rule 2 of 3.")).toBeAttached();
  await page.getByRole("button", { name: "Remove Dependency bots" }).press("Enter");
  await expect(rules).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(rules.nth(1)).toContainText("Dependency bots");
  await rules.nth(2).locator("[draggable]").dragTo(rules.nth(0));
  await expect(rules.nth(0)).toContainText("Releases by bots");
  await page.getByRole("button", { name: "Discard the changes" }).click();
  await expect(rules.nth(0)).toContainText("Dependency bots");
});

test("what is wrong stands at its field, and a version saved meanwhile is not overwritten", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await openRules(page, standIn);
  await addRule(page, { name: "Half a rule", like: "*bug*", category: "rewrite" });
  await page.getByLabel("Comparison").selectOption("matches");
  const expression = page.getByLabel("Regular expression");
  await expression.fill("(never closed");
  await expect(expression).toHaveAccessibleDescription(/is not valid/);
  await expression.fill("^bug$");
  await expect(page.getByTestId("moved")).toBeVisible();

  const api = apiClient(app.url);
  const path = `/api/products/${productId}/rules`;
  const { body: theirs } = await api.call("GET", path);
  const { status } = await api.call("PUT", path, { expectedVersion: 0, ruleSet: theirs.ruleSet });
  expect(status).toBe(200);
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByText("Somebody saved the rules while you edited them")).toBeVisible();
  await page.getByRole("button", { name: "Save mine after it" }).click();
  await expect(page.getByText(/Version 2 decides all items/)).toBeVisible();
  const { body: mine } = await api.call("GET", path);
  expect(mine.ruleSet.rules).toHaveLength(4);
});

test("unsaved rules and their note outlive another page, until they are discarded", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await openRules(page, standIn);
  const rules = page.getByRole("list", { name: /^Rules/ }).getByRole("listitem");
  const note = page.getByLabel("Note for the history");
  const leaveAndReturn = async () => {
    await page.getByRole("link", { name: "Balance", exact: true }).click();
    await page.waitForURL(/\/balance/);
    await page.goBack();
    await page.waitForURL(/\/rules/);
  };
  await page.getByRole("button", { name: "Remove Dependency bots" }).click();
  await note.fill("They left");
  await leaveAndReturn();
  await expect(rules).toHaveCount(2);
  await expect(note).toHaveValue("They left");

  const api = apiClient(app.url);
  const path = `/api/products/${productId}/rules`;
  const { body: theirs } = await api.call("GET", path);
  await page.getByRole("link", { name: "Balance", exact: true }).click();
  await page.waitForURL(/\/balance/);
  await api.call("PUT", path, { expectedVersion: 0, ruleSet: theirs.ruleSet });
  await page.goto(`/products/${productId}/rules`);
  await expect(page.getByText("Somebody saved the rules while you edited them")).toBeVisible();
  await page.getByRole("button", { name: "Take version 1" }).click();
  await expect(rules).toHaveCount(3);
  await leaveAndReturn();
  await expect(rules).toHaveCount(3);
  await expect(note).toBeHidden();
});

test("a set is exported, and its import opens as an edit that is not saved", async ({
  page,
  standIn,
}) => {
  await openRules(page, standIn);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export" }).click();
  const file = await (await download).path();
  const set = JSON.parse(await readFile(file, "utf8"));
  set.rules[0].name = "Bots of another name";
  const upload = async (content: object) => {
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Import" }).click();
    const buffer = Buffer.from(JSON.stringify(content));
    await (await chosen).setFiles({ name: "rules.json", mimeType: "application/json", buffer });
  };
  await upload({ ...set, formatVersion: 99 });
  await expect(page.getByText(/written by another version/)).toBeVisible();
  await upload(set);
  await expect(page.getByText("Bots of another name")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save the rules" })).toBeVisible();
  await expect(page.getByTestId("moved")).toBeVisible();
});

/** The whole period's figures as the API answers them, which the screen has to agree with. */
async function totalsOfApi(url: string, productId: string) {
  const path = `/api/products/${productId}/balance?from=first&bucket=month`;
  const { totals } = (await apiClient(url).call("GET", path)).body;
  const { feature, maintenance, rewrite, tech_debt, unclassified } = totals.counts;
  return [feature, maintenance, rewrite, tech_debt, unclassified, totals.excluded];
}

function sums(figures: Figures): number[] {
  return columns.map((name) =>
    Object.values(figures).reduce((sum, month) => sum + (month[name] ?? 0), 0),
  );
}
