import { createHmac } from "node:crypto";
import { request as send } from "node:http";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { apiClient } from "./setup/api-client";
import { connectRepository, placeLabel, pressConnect } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

/** Opens the settings of a product's only source, and returns its row. */
async function openSettings(page: Page, productId: string, name: string) {
  await page.goto(`/products/${productId}/sources`);
  const row = page.getByRole("region", { name, exact: true });
  await row.getByRole("button", { name: "Settings" }).click();
  return row;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** As a tracker sends it: from elsewhere, by a tunnel's name and without an Origin. */
function deliver(address: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = send(address, { method: "POST", headers: { host: "tunnel.example", ...headers } });
    sent.once("error", reject);
    sent.once("response", (response) => resolve(response.resume().statusCode ?? 0));
    sent.end(body);
  });
}

test("a webhook is set up with a secret that shows once, and its deliveries bring what is new", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await connectRepository(page, standIn);
  const row = await openSettings(page, productId, "acme/checkout");
  await row.getByRole("button", { name: "Set up a webhook" }).click();
  const texts = row.locator("code");
  await expect(texts).toHaveCount(2);
  const [address = "", secret = ""] = await texts.allTextContents();
  await expect(row).toContainText("A tracker cannot reach 127.0.0.1");
  await expect(row).toContainText("Nothing was delivered yet.");
  await expectAccessible(page);

  const body = JSON.stringify({ repository: { full_name: "acme/checkout" }, action: "opened" });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const headers = {
    "x-github-event": "issues",
    "x-github-delivery": crypto.randomUUID(),
    "x-hub-signature-256": `sha256=${signature}`,
  };
  standIn.addIssue("acme/checkout", { title: "Told of by the webhook" });
  expect(await deliver(address, { ...headers, "x-hub-signature-256": "sha256=0" }, body)).toBe(401);
  expect(await deliver(address, headers, body)).toBe(202);
  const api = apiClient(app.url);
  const titles = async () =>
    (await api.storedItems(productId)).map((item) => ("title" in item ? item.title : ""));
  await expect.poll(titles).toContain("Told of by the webhook");

  await page.reload();
  await row.getByRole("button", { name: "Settings" }).click();
  await expect(row).toContainText("Last delivery");
  await expect(row.locator("code")).toHaveCount(1);
  await row.getByRole("button", { name: "Switch off" }).click();
  await expect(row.getByRole("button", { name: "Set up a webhook" })).toBeVisible();
  expect(await deliver(address, headers, body)).toBe(401);
});

test("nothing but a webhook answers by another name than this machine's", async ({ app }) => {
  for (const path of ["/api/products", "/api/sources/check", "/api/webhooks"]) {
    expect(await deliver(`${app.url}${path}`, {}, "{}"), path).toBe(403);
  }
});

test("what a Jira source counts is chosen on its page, and the balance follows", async ({
  page,
  jira,
}) => {
  await nameIssue(page, jira.url);
  await page.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("button", { name: "Choose from the site's fields" }).click();
  const field = page.getByRole("combobox", { name: "Field with the estimate" });
  await field.selectOption("customfield_10099");
  const productId = await connectNamed(page);
  const delivered = async () => {
    await page.goto(`/products/${productId}/balance?period=all`);
    return page.getByRole("button", { name: /^Delivered/ }).textContent();
  };
  const before = await delivered();
  expect(before).toMatch(/16/);

  const row = await openSettings(page, productId, "Payments (PAY)");
  await expect(row.getByLabel("Field with the estimate")).toHaveValue("customfield_10099");
  const done = row.getByLabel("Done counts as");
  await expect(done).toHaveValue("");
  await expectAccessible(page);
  await done.selectOption("Not planned");
  await expect(page.getByText("Payments (PAY): saved.")).toBeVisible();
  await expect.poll(delivered).not.toBe(before);

  const again = await openSettings(page, productId, "Payments (PAY)");
  await expect(again.getByLabel("Done counts as")).toHaveValue("not_planned");
  await again.getByLabel("Done counts as").selectOption("");
  await expect.poll(delivered).toBe(before);
});

test("a token that works brings the site's fields back, without a reload", async ({
  page,
  jira,
}) => {
  await nameIssue(page, jira.url);
  const productId = await connectNamed(page);
  jira.setAccounts([{ token: "newer-token", name: "Ada", rights: "browse" }]);
  const row = await openSettings(page, productId, "Payments (PAY)");
  await expect(row.getByText("The site's fields cannot be shown now.")).toBeVisible();
  await row.getByLabel("Another token").fill("newer-token");
  await row.getByRole("button", { name: "Save", exact: true }).click();
  await expect(row.getByLabel("Field with the estimate")).toBeEnabled();
  await expect(row.getByText("The site's fields cannot be shown now.")).toBeHidden();
});

test("a GitHub App's credentials are asked for on request, and said what is missing", async ({
  page,
}) => {
  await page.goto("/new");
  await page.getByLabel(placeLabel).fill("acme/checkout");
  await page.getByRole("button", { name: /Use a GitHub App/ }).click();
  await page.getByLabel("App id").fill("12");
  await pressConnect(page);
  for (const name of ["Installation id", "Private key"]) {
    await expect(page.getByLabel(name)).toHaveAccessibleDescription(/(Give|Paste) .*\./);
    await expect(page.getByLabel(name)).toHaveAttribute("aria-invalid", "true");
  }
  await expectAccessible(page);
});

/** Fills in the form for the project of an issue. */
async function nameIssue(page: Page, site: string): Promise<void> {
  await page.goto("/new");
  await page.getByLabel(placeLabel).fill(`${site}/browse/PAY-1`);
  await page.getByLabel("Token", { exact: true }).fill("personal-token");
}

/** Connects what the form names, and waits until it is synced: the product's id. */
async function connectNamed(page: Page): Promise<string> {
  await pressConnect(page);
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();
  return /products\/([^/]+)/.exec(page.url())?.[1] ?? "";
}
