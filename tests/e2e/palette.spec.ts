import type { Page } from "@playwright/test";
import { connectRepository, openBalance, openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

const field = (page: Page) => page.getByRole("combobox", { name: /^Page, view/ });

/** Opens the palette and chooses the first command that the words find. */
async function goTo(page: Page, words: string) {
  await page.keyboard.press("Control+k");
  await field(page).fill(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeHidden();
}

test("products, pages, views and actions are reached by keys alone", async ({ page, standIn }) => {
  const sample = await openSample(page);
  const productId = await connectRepository(page, standIn);
  await goTo(page, "triage");
  await page.waitForURL(/\/triage$/);
  await goTo(page, "last 12 months");
  await page.waitForURL(/\/balance\?period=12m$/);
  await goTo(page, "measure open");
  await page.waitForURL(/period=12m&measure=opened$/);
  await goTo(page, "sample");
  await page.waitForURL(new RegExp(`/products/${sample}/balance$`));
  await page.goto(`/products/${productId}/items?label=bug`);
  const started = page.waitForResponse((answer) => answer.url().endsWith("/sync"));
  await goTo(page, "sync now");
  expect((await started).status()).toBe(202);
  await expect(page.getByText("The sync has begun.")).toBeVisible();
  const download = page.waitForEvent("download");
  await goTo(page, "export csv");
  expect((await download).url()).toContain(`/${productId}/items?label=bug&format=csv`);
});

test("the palette reads out what is chosen, gives the focus back, and says where it finds nothing", async ({
  page,
  sample,
}) => {
  await openBalance(page, sample);
  const opener = page.getByRole("button", { name: /^Go to/ });
  await opener.focus();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  const list = page.getByRole("dialog", { name: "Go to" });
  const chosen = list.getByRole("option", { selected: true });
  await expect(chosen).toHaveText("Balance");
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveText("All items");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", /.+/);
  expect(await chosen.getAttribute("id")).toBe(
    await field(page).getAttribute("aria-activedescendant"),
  );
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(chosen).toBeInViewport();
  await expect(list.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page, "the palette");
  await field(page).fill("xyzzy");
  await expect(page.getByText("Nothing here is called that.")).toBeVisible();
  await expectAccessible(page, "the palette without a result");
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("over a drawer the palette is seen, and Escape closes it alone", async ({ page, sample }) => {
  await openBalance(page, sample);
  await page.getByRole("button", { name: /^Delivered/ }).click();
  const drawer = page.getByRole("dialog", { name: /^Last 12 weeks|Delivered|All categories/ });
  await expect(drawer.getByRole("row").nth(1)).toBeVisible();
  for (const [key, dialog] of [
    ["Control+k", page.getByRole("dialog", { name: "Go to" })],
    ["?", page.getByRole("dialog", { name: "Keys" })],
  ] as const) {
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    const isOnTop = await dialog.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(isOnTop, key).toBe(true);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(drawer).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
});

test("a question mark shows the keys, but not in a text; behind them no other key acts", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/triage`);
  const item = page.getByRole("heading", { level: 2 }).first();
  await expect(item).toBeVisible();
  const title = await item.textContent();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys.getByRole("row", { name: "S Skip" })).toBeVisible();
  await expectAccessible(page, "the keys");
  await page.keyboard.press("s");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await expect(item).toHaveText(title ?? "");
  await page.goto(`/products/${productId}/settings`);
  await page.getByLabel("Name").focus();
  await page.keyboard.press("?");
  await expect(keys).toHaveCount(0);
  await expect(page.getByLabel("Name")).toHaveValue(/\?/);
});
