import type { Page } from "@playwright/test";
import { makeSample } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

/** Lets what is read at `place` fail until the answer is called. */
async function failing(page: Page, place: RegExp | string): Promise<() => Promise<void>> {
  await page.route(place, (route) => route.abort());
  return () => page.unroute(place);
}

test("a figure and a line that cannot be read say so on the balance, with another try", async ({
  page,
  sample,
}) => {
  const reasons = await failing(page, "**/triggers");
  await page.goto(`/products/${sample}/balance`);
  const stock = await failing(page, /\/balance\?.*measure=open/);
  await page.getByLabel("Unit").selectOption("points");
  const figure = page.getByRole("alert").filter({ hasText: "Open tech debt" });
  await expect(figure).toContainText("It could not be read.");
  await stock();
  await figure.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: /^Open tech debt/ })).toBeVisible();
  const unasked = page.getByText("Whether it is time to talk could not be read.");
  await expect(unasked).toBeVisible();
  await reasons();
  await unasked.getByRole("button", { name: "Try again" }).click();
  await expect(unasked).toBeHidden();
});

test("what the rules decide is not counted for ever where counting failed", async ({
  page,
  sample,
}) => {
  const preview = await failing(page, "**/rules/preview");
  await page.goto(`/products/${sample}/rules`);
  await expect(page.getByText("How many items each rule decides could not be read")).toBeVisible();
  await expect(page.getByTestId("matches").first()).toHaveText("not counted");
  await preview();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("matches").first()).toHaveText(/^decides /);
});

test("a next page that cannot be read is said beside its button", async ({ page, sample }) => {
  await page.goto(`/products/${sample}/items`);
  const more = page.getByRole("button", { name: /^Load more/ });
  await expect(more).toBeVisible();
  const items = await failing(page, /\/items\?.*cursor=/);
  await more.click();
  const said = page.getByText(/^The rest could not be read\./);
  await expect(said).toBeVisible();
  await items();
  await more.click();
  await expect(said).toBeHidden();
});

test("of what is done nothing is told that was not read, and no slider waits beside a failure", async ({
  page,
  app,
}) => {
  const productId = await makeSample(app.url);
  const balance = await failing(page, /\/api\/.*\/balance\?/);
  await page.goto(`/products/${productId}/agreement`);
  await page.getByRole("button", { name: "Add a stage" }).click();
  const form = page.getByRole("form", { name: "New stage" });
  await form.getByLabel("Name of the stage").fill("Unread");
  await page.reload();
  await expect(form.getByLabel("Name of the stage")).toHaveValue("Unread");
  await form.getByRole("button", { name: "Add the stage" }).click();
  const actual = page.getByRole("region", { name: "What it is now" });
  await expect(actual).toContainText("It could not be read");
  await expect(actual).not.toContainText("of 0 items");
  await balance();
  await actual.getByRole("button", { name: "Try again" }).click();
  await expect(actual).toContainText(/new features of [\d,]+ items done/);

  await page.getByRole("button", { name: "Delete Unread" }).click();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("button", { name: "Delete Unread" }).click();
  await page.getByRole("button", { name: "Yes, delete it" }).click();
  await expect(actual).toBeHidden();

  await failing(page, /\/api\/.*\/forecast\?/);
  await page.goto(`/products/${productId}/forecast`);
  await expect(page.getByText("The forecast could not be made")).toBeVisible();
  const asked = page.getByRole("region", { name: "What if the work were divided so" });
  await expect(asked).toBeEmpty();
});
