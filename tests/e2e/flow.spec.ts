import type { Locator, Page } from "@playwright/test";
import type { Flow } from "@/lib/contracts/flow";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

/** The balance's page, scrolled to the flow: it is read once the reader comes to it. */
async function openFlow(page: Page, productId: string): Promise<{ flow: Locator; answer: Flow }> {
  // By month: the page left behind may still be answered for its weeks.
  const answered = page.waitForResponse((answer) => /\/flow\?.*bucket=month/.test(answer.url()));
  await page.goto(`/products/${productId}/balance?period=12m`);
  await page.getByText(/^Counted:/).scrollIntoViewIfNeeded();
  const answer: Flow = await (await answered).json();
  const flow = page.getByRole("region", { name: "Flow", exact: true });
  await expect(flow.getByRole("heading", { name: "Lead time" })).toBeVisible();
  return { flow, answer };
}

test("a number of the flow is the API's, and opens as many items as it counts", async ({
  page,
  sample: productId,
}) => {
  const { flow, answer } = await openFlow(page, productId);
  const { opened, done } = answer.totals.categories.tech_debt;
  expect(opened).toBeGreaterThan(0);
  await expect(flow).toContainText(`(${opened} opened, ${done} done)`);

  await flow.getByRole("button", { name: `${opened} opened, Tech debt: open the items` }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText(`Opened: ${opened} items`);
  await drawer.getByRole("link", { name: "Open as a page" }).click();
  await page.waitForURL(/\/items\?.*openedFrom=/);
  await expect(page.getByText(`${opened} items`, { exact: true })).toBeVisible();
  const { flow: again } = await openFlow(page, productId);
  const { items } = answer.open.categories.tech_debt;
  await again.getByRole("button", { name: /oldest, Tech debt: open the items$/ }).click();
  await expect(drawer).toContainText("Open since");
  await page.getByRole("button", { name: "Close the items" }).click();
  await again.getByRole("button", { name: `${items} open, Tech debt: open the items` }).click();
  await expect(drawer).toContainText(`Open: ${items} items`);
});

test("the pictures are read by keyboard, and their tables open the items of a bucket", async ({
  page,
  sample: productId,
}) => {
  const { flow } = await openFlow(page, productId);
  const picture = flow.getByRole("slider", { name: /^Feature, opened and done/ });
  await picture.focus();
  await picture.press("ArrowLeft");
  // Right of the middle the numbers stand left of the cursor, not off the page.
  const numbers = await flow.getByText("Net", { exact: true }).first().boundingBox();
  expect(numbers?.x).toBeGreaterThan((await picture.boundingBox())?.x ?? 0);
  const words = (await picture.getAttribute("aria-valuetext")) ?? "";
  const done = /Done (\d+)/.exec(words)?.[1];
  await picture.press("Enter");
  await expect(page.getByRole("dialog")).toContainText(`Done: ${done} item`);
  await page.getByRole("button", { name: "Close the items" }).click();

  await flow.getByRole("button", { name: "Show the flow as a table" }).click();
  const table = flow.getByRole("region", { name: "The flow by month as a table" });
  const month = /^\w+ \d{4}/.exec(words)?.[0] ?? "";
  const cell = table.getByRole("button", { name: `${done} done, Feature, ${month}` });
  await cell.click();
  await expect(page.getByRole("dialog")).toContainText(`Done: ${done} item`);
  await page.getByRole("button", { name: "Close the items" }).click();
  await flow.getByRole("button", { name: "Show lead times as a table" }).click();
  await expect(flow.getByRole("region", { name: /^Lead times by month/ })).toContainText("days");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious on the flow in ${colorScheme} mode, nor does it widen a phone`, async ({
    page,
    sample: productId,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    const { flow } = await openFlow(page, productId);
    await flow.getByRole("button", { name: "Show the flow as a table" }).click();
    await flow.getByRole("button", { name: "Show lead times as a table" }).click();
    await expectAccessible(page, "the flow");
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
}
