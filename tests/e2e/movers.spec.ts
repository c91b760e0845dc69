import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

/** `+2.1`, `−9` or `0`, as tenths. */
function tenthsOf(text: string): number {
  return Math.round(Number(text.replace("−", "-")) * 10);
}

/** What moved the balance, scrolled to so that it is read. */
async function moversOf(page: Page): Promise<Locator> {
  const section = page.getByRole("region", { name: "What moved it", exact: true });
  await section.getByRole("heading").scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await expect(section.getByRole("table")).toBeVisible();
  await expect(section.locator("[aria-busy=true]")).toHaveCount(0);
  return section;
}

async function pointsOf(rows: Locator): Promise<number[]> {
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelectorAll("td")[1]?.textContent ?? ""),
  );
  return texts.map(tenthsOf);
}

test("what moved the balance adds up to the change on the screen, and each line opens its items", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/balance?period=6m`);
  const section = await moversOf(page);
  await expect(section).toContainText(/New features (rose|fell|kept)/);
  const lines = section.locator("tbody tr");
  const change = await pointsOf(section.locator("tfoot tr"));
  const parts = await pointsOf(lines);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.reduce((sum, tenths) => sum + tenths, 0)).toBe(change[0]);
  await expectAccessible(page, "the balance with what moved it");

  await section
    .getByRole("combobox", { name: "Grouped by" })
    .selectOption({ label: "By assignee" });
  await page.waitForURL(/[?&]by=assignee/);
  await expect(section.getByRole("columnheader", { name: "Assignee" })).toBeVisible();
  await page.reload();
  await expect(
    (await moversOf(page)).getByRole("columnheader", { name: "Assignee" }),
  ).toBeVisible();
  const byAssignee = await pointsOf(lines);
  expect(byAssignee.reduce((sum, tenths) => sum + tenths, 0)).toBe(change[0]);

  for (const column of [0, 1]) {
    const number = lines.first().getByRole("button").nth(column);
    const [, classified] = ((await number.textContent()) ?? "").split(" of ");
    await number.click();
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByText(`${classified} items`, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Close the items" }).click();
    await expect(drawer).toBeHidden();
  }
  const none = lines.filter({ hasText: "No assignee" });
  const name = (await none.count()) > 0 ? none : lines.first();
  await name.getByRole("button").first().click();
  await page.getByRole("dialog").getByRole("link", { name: "Open as a page" }).click();
  await page.waitForURL(/\/items\?.*groupBy=assignee/);
  const chip = page.getByRole("group", { name: "Groups in force" }).getByRole("button");
  await expect(chip).toContainText(/assignee/i);
  await chip.click();
  await expect(page).not.toHaveURL(/groupBy/);
});

test("the period is compared with the one before and with a year before, each count with its items", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/balance`);
  const choice = page.getByRole("combobox", { name: "Compare with" });
  await choice.selectOption({ label: "The period before" });
  await page.waitForURL(/[?&]compare=previous/);
  const table = page.getByRole("region", { name: "Then and now" });
  const feature = table.getByRole("row", { name: /^Feature / });
  await expect(feature).toBeVisible();
  await expect(
    page.getByText(/^New features (are .* points? (above|below)|have the same)/),
  ).toBeVisible();
  await expectAccessible(page, "the balance compared");

  const [then, now] = [feature.getByRole("button").first(), feature.getByRole("button").last()];
  for (const number of [then, now]) {
    const count = (await number.textContent()) ?? "";
    await number.click();
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByText(`${count} items`, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Close the items" }).click();
    await expect(drawer).toBeHidden();
  }
  const figure = page.getByRole("button", { name: /^Feature share/ });
  expect(await figure.textContent()).toContain(`${await now.textContent()} of`);

  const before = await table.getByRole("columnheader").nth(1).textContent();
  await choice.selectOption({ label: "A year before" });
  await page.waitForURL(/[?&]compare=year/);
  await expect(table.getByRole("columnheader").nth(1)).not.toHaveText(before ?? "");
  const section = await moversOf(page);
  await expect(section.getByRole("columnheader").nth(2)).toHaveText(
    ((await table.getByRole("columnheader").nth(1).textContent()) ?? "").replace("Items, ", ""),
  );
  await page.goto(`/products/${productId}/balance?period=all&compare=year`);
  await expect(page.getByText(/Nothing comes before the whole history/)).toBeVisible();
});

test("at 390 px what moved it and then and now scroll sideways by themselves alone", async ({
  page,
  sample: productId,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/products/${productId}/balance?period=6m&compare=previous`);
  await expect(page.getByRole("region", { name: "Then and now" })).toBeVisible();
  await moversOf(page);
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
