import type { Page } from "@playwright/test";
import { connectRepository } from "./setup/connect-repository";
import { type Figures, figuresOnScreen } from "./setup/figures-on-screen";
import { expect, test } from "./setup/fixtures";

const title = "Pay by bank transfer";

/** Decides an item's category in the list of items, as a person does. */
async function choose(page: Page, productId: string, choice: string) {
  await page.goto(`/products/${productId}/items?q=bank+transfer`);
  const row = page.getByRole("row").filter({ hasText: title });
  await row.getByRole("button", { name: /^Category of/ }).click();
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/category"));
  await page.getByRole("menuitem", { name: choice }).click();
  expect((await answered).status()).toBe(200);
}

/** An instant that nothing shares with what was done before it or comes after it. */
async function momentBetween(page: Page): Promise<string> {
  await page.waitForTimeout(20);
  const moment = new Date().toISOString();
  await page.waitForTimeout(20);
  return moment;
}

function changesOf(before: Figures, after: Figures): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [month, amounts] of Object.entries(after)) {
    for (const [name, amount] of Object.entries(amounts)) {
      const change = amount - (before[month]?.[name] ?? 0);
      if (change !== 0) all[name] = (all[name] ?? 0) + change;
    }
  }
  return all;
}

test("the balance as it was known before a decision shows the old counts, and now shows the new", async ({
  page,
  standIn,
}) => {
  const productId = await connectRepository(page, standIn);
  const old = await figuresOnScreen(page, productId);
  const before = await momentBetween(page);
  await choose(page, productId, "Tech debt");
  const after = await momentBetween(page);
  const decided = await figuresOnScreen(page, productId);
  expect(changesOf(old, decided)).toEqual({ Feature: -1, "Tech debt": 1 });

  await choose(page, productId, "Take back the decision");
  expect(await figuresOnScreen(page, productId)).toEqual(old);
  expect(await figuresOnScreen(page, productId, after)).toEqual(decided);
  await choose(page, productId, "Rewrite");

  expect(await figuresOnScreen(page, productId, before)).toEqual(old);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("as known on");
  const banner = page.getByRole("region", { name: "As known in the past" });
  await expect(banner).toContainText(/points? (more|less) than then/);
  const changes = page.getByRole("region", { name: "The same days, then and now" });
  const changeOf = (name: string) =>
    changes
      .getByRole("row", { name: new RegExp(`^${name} `) })
      .locator("td")
      .last();
  await expect(changeOf("Feature")).toHaveText("−1");
  await expect(changeOf("Rewrite")).toHaveText("+1");
  await expect(changeOf("Tech debt")).toHaveText("–");

  const opener = changes.getByRole("button", { name: /^\d+ Feature, known on/ });
  const count = Number(await opener.textContent());
  await opener.click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("row")).toHaveCount(count + 1);
  const known = drawer.getByRole("row").filter({ hasText: title });
  await expect(known).toContainText("Feature");
  await expect(known.getByRole("button", { name: /^Category of/ })).toHaveCount(0);
  await drawer.getByRole("link", { name: "Open as a page" }).click();
  await page.waitForURL(/\/items\?.*asKnownAt=/);
  await expect(page.getByText(`${count} items`, { exact: true })).toBeVisible();
  await banner.getByRole("button", { name: "Back to now" }).click();
  await expect(page.getByText(`${count - 1} items`, { exact: true })).toBeVisible();
});

test("another day is chosen in the banner, and the way back to now leads back", async ({
  page,
  standIn,
}) => {
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/balance?period=all`);
  await page.getByRole("button", { name: "As known on…" }).click();
  await page.waitForURL(/asKnownAt=\d{4}-\d\d-\d\d$/);
  const banner = page.getByRole("region", { name: "As known in the past" });
  await expect(banner).toContainText("This is what was known on");
  await expect(banner).toContainText("Nothing has changed since about these days.");
  const today = await banner.getByLabel("As known on").inputValue();
  expect(page.url()).toContain(`asKnownAt=${today}`);
  await page.goto(`/products/${productId}/balance?period=all&asKnownAt=2020-01-01`);
  await expect(banner).toContainText("No category was known before");
  await banner.getByLabel("As known on").fill(today);
  await page.waitForURL(new RegExp(`asKnownAt=${today}`));
  await banner.getByRole("button", { name: "Back to now" }).click();
  await expect(banner).toBeHidden();
  await expect(page).not.toHaveURL(/asKnownAt/);
});

test("the audit lists an item that a person moved after it was closed, and none before", async ({
  page,
  standIn,
}) => {
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/balance`);
  await page.getByRole("link", { name: "Changed after closing" }).click();
  await page.waitForURL(/\/audit/);
  const sentence = page.getByRole("heading", { level: 2 });
  await expect(sentence).toContainText("no item changed its category after it was closed");

  await choose(page, productId, "Maintenance");
  await page.goto(`/products/${productId}/audit`);
  await expect(sentence).toContainText("1 item changed its category after it was closed");
  await expect(sentence).toContainText("1 change away from new features");
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row).toContainText("Feature →Maintenance");
  await expect(row).toContainText("set by a person");
  await expect(row).toContainText("local owner");
  await row.getByRole("button", { name: title }).click();
  await expect(page.getByRole("dialog").getByText(/Moved from Feature to/)).toBeVisible();
  await page.getByRole("button", { name: "Close the item" }).click();

  await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "Chosen days" });
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(sentence).toContainText("no item changed its category");
  await page.goto(`/products/${productId}/audit`);
  await row.getByRole("link", { name: /^The balance before/ }).click();
  await page.waitForURL(/\/balance\?.*asKnownAt=/);
  const changes = page.getByRole("region", { name: "The same days, then and now" });
  const feature = changes.getByRole("row", { name: /^Feature / });
  await expect(feature.locator("td").last()).toHaveText("−1");
});
