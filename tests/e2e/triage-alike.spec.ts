import type { Page } from "@playwright/test";
import type { GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

const label = "wave, 'seven' <b>";
const labelled = 12;

/** Triage, at an item that has the label. */
async function openAtLabelled(page: Page, standIn: GithubStandIn): Promise<string> {
  const known = standIn.issuesOf("acme/checkout").some(({ title }) => title === "Minutes 1");
  for (let day = 1; day <= labelled && !known; day++) {
    const title = `Minutes ${day}`;
    standIn.addIssue("acme/checkout", { title, labels: [label], body: "Nothing." });
  }
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/triage`);
  const title = page.getByRole("heading", { level: 2 });
  await expect(title).toBeVisible();
  for (let shown = await title.textContent(); !shown?.startsWith("Minutes"); ) {
    await page.keyboard.press("s");
    await expect(title).not.toHaveText(shown ?? "");
    shown = await title.textContent();
  }
  return productId;
}

/** Opens the panel, goes to the label with the Tab key and chooses it. */
async function chooseLabel(page: Page): Promise<void> {
  await page.keyboard.press("g");
  const chips = page.getByRole("dialog").getByRole("group", { name: /^All that also/ });
  await expect(chips.getByRole("checkbox").first()).toBeFocused();
  const chip = chips.getByRole("checkbox", { name: `Label ${label} · ${labelled}` });
  await expect(chip).toBeAttached();
  while (!(await chip.evaluate((box) => box === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(page.getByTestId("selected")).toHaveText(`${labelled} items, ${labelled} selected.`);
}

test("many of a kind are decided by keyboard alone, the figures follow, and undo takes all of them back", async ({
  page,
  standIn,
  app,
}) => {
  const productId = await openAtLabelled(page, standIn);
  const api = apiClient(app.url);
  const countOf = async (query: string) =>
    (await api.call("GET", `/api/products/${productId}/items?${query}`)).body.total;
  const before = await countOf("category=unclassified");
  const title = page.getByRole("heading", { level: 2 });
  const shown = (await title.textContent()) ?? "";
  await page.keyboard.press("1");
  await expect(title).not.toHaveText(shown);
  await page.keyboard.press("u");
  await expect(title).toHaveText(shown);

  await chooseLabel(page);
  await page.keyboard.press("n");
  await expect(page.getByTestId("selected")).toContainText("0 selected");
  await page.keyboard.press("n");
  const boxes = page.getByRole("list", { name: "Items that share it" }).getByRole("checkbox");
  while (!(await boxes.first().evaluate((box) => box === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(boxes.last()).not.toBeChecked();
  const kept = labelled - 1;
  await expect(page.getByTestId("selected")).toHaveText(`${labelled} items, ${kept} selected.`);
  await page.keyboard.press("4");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(`${kept} items are Tech debt. Undo: U.`)).toBeAttached();
  await expect(page.getByTestId("decided")).toContainText(`${kept} items decided`);
  await expect(page.getByTestId("coverage")).toContainText(`${before - kept} items unclassified`);
  expect(await countOf("because=override&category=tech_debt")).toBe(kept);

  const next = (await title.textContent()) ?? "";
  await page.keyboard.press("2");
  await expect(title).not.toHaveText(next);
  await expect.poll(() => countOf("because=override")).toBe(kept + 1);
  await page.keyboard.press("u");
  await expect.poll(() => countOf("because=override")).toBe(kept);
  await page.keyboard.press("u");
  await expect.poll(() => countOf("because=override")).toBe(0);
  await expect(title).toHaveText(shown);
  await expect(page.getByTestId("decided")).toContainText("0 items decided");
  await expect(page.getByTestId("coverage")).toContainText(`${before} items unclassified`);
});

test("a refused decision says what was not changed and keeps the selection; Escape gives the focus back", async ({
  page,
  standIn,
}) => {
  await openAtLabelled(page, standIn);
  await page.getByRole("button", { name: /^Alike/ }).focus();
  await chooseLabel(page);
  await page.route("**/overrides", (route) => route.abort());
  await page.keyboard.press("3");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(`${labelled} items not changed`)).toBeVisible();
  await expect(page.getByTestId("selected")).toContainText(`${labelled} selected`);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: /^Alike/ })).toBeFocused();
  await expect(page.getByTestId("decided")).toContainText("0 items decided");

  await page.unroute("**/overrides");
  await chooseLabel(page);
  await page.route("**/override-batches/*", (route) => route.abort(), { times: 1 });
  await page.keyboard.press("3");
  await expect(page.getByTestId("decided")).toContainText(`${labelled} items decided`);
  // While it closes, keys are still the dialog's.
  await expect(dialog).toBeHidden();
  await page.keyboard.press("u");
  await expect(page.getByText(`${labelled} items: not taken back.`)).toBeVisible();
  await expect(page.getByTestId("decided")).toContainText(`${labelled} items decided`);
  await page.keyboard.press("u");
  await expect(page.getByTestId("decided")).toContainText("0 items decided");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} mode`, () => {
    test.use({ colorScheme });

    test("the panel is accessible, and at 390 px nothing of it is cut off", async ({
      page,
      standIn,
    }) => {
      await openAtLabelled(page, standIn);
      await chooseLabel(page);
      await expectAccessible(page, "the panel");
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessible(page, "the panel on a phone");
      const dialog = page.getByRole("dialog");
      const { scrollWidth, clientWidth } = await dialog.evaluate((panel) => ({
        scrollWidth: panel.scrollWidth,
        clientWidth: panel.clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });
  });
}
