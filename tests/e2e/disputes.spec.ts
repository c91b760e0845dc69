import type { Page } from "@playwright/test";
import { connectRepository } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

const reason = "It only brings back what the old checkout did: maintenance.";

/** Contests the first item of that name, as a person does. */
async function contest(page: Page, productId: string, title: string) {
  await page.goto(`/products/${productId}/items?q=${encodeURIComponent(title)}`);
  await page.getByRole("row").getByRole("button", { name: title, exact: true }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Contest the category" }).click();
  const why = drawer.getByLabel("Which category is right, and why?");
  await why.fill(reason);
  // What was written is not lost to a key.
  await why.press("Escape");
  await expect(why).toHaveValue(reason);
  await drawer.getByRole("button", { name: "Contest", exact: true }).click();
  await expect(drawer.getByRole("region", { name: "Contested" })).toContainText(reason);
}

test("a contested item is marked and drawn as a band until it is settled", async ({
  page,
  standIn,
}) => {
  const productId = await connectRepository(page, standIn);
  const balance = `/products/${productId}/balance?period=all`;
  const headline = page.getByRole("heading", { level: 1 });
  const band = page.getByTestId("uncertain");
  await page.goto(balance);
  await expect(headline).toContainText(/\d+% new features/);
  await expect(
    page.getByRole("slider", { name: /^The balance by .*arrow keys move/ }).locator("svg"),
  ).toBeVisible();
  await expect(band).toHaveCount(0);
  await contest(page, productId, "Pay by bank transfer");
  const dispute = page.getByRole("region", { name: "Contested" });
  await expect(dispute).toContainText("Contested by local owner");
  await page.getByRole("button", { name: "Close the item" }).click();
  const row = page.getByRole("row").filter({ hasText: "Pay by bank transfer" });
  await expect(row.getByText("Contested", { exact: true })).toBeVisible();

  await page.goto(balance);
  await expect(headline).toContainText(
    /between \d+% and \d+% new features while 1 item is contested/,
  );
  await expect(page.getByRole("button", { name: /^Feature share/ })).toContainText("1 contested");
  await expect(band).toHaveCount(1);
  await page.getByRole("button", { name: /^Contested\s?1 item/ }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("1 item", { exact: true })).toBeVisible();
  await expect(drawer.getByRole("row")).toHaveCount(2);
  await drawer.getByRole("link", { name: "Open as a page" }).click();
  await page.waitForURL(/\/items\?/);
  await expect(page.getByRole("button", { name: "Remove the filter Contested" })).toBeVisible();

  await page.goto(balance);
  await page.getByRole("link", { name: "Contested items for the next meeting" }).click();
  await page.waitForURL(/\/contested/);
  const item = page.getByRole("list", { name: "Contested items" }).getByRole("listitem");
  await expect(item).toHaveCount(1);
  await expect(item).toContainText(reason);
  await expect(page.getByRole("heading", { level: 2 })).toContainText("1 item is contested");
  await item.getByRole("button", { name: "Keep Feature" }).click();
  await expect(item).toContainText("Settled: it stays Feature");
  await item.getByRole("button", { name: "Undo" }).click();
  await item.getByRole("button", { name: "Change to Maintenance" }).click();
  await expect(item).toContainText("Settled: it is Maintenance");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing is contested." })).toBeVisible();

  await page.goto(balance);
  await expect(headline).toContainText(/\d+% new features, \d+% upkeep/);
  await expect(
    page.getByRole("slider", { name: /^The balance by .*arrow keys move/ }).locator("svg"),
  ).toBeVisible();
  await expect(band).toHaveCount(0);
  await page.goto(`/products/${productId}/items?q=bank+transfer`);
  await expect(row).toContainText("Maintenance");
  await expect(row).toContainText("set by a person, ");
  await expect(row).toContainText(reason);
  await expect(row.getByText("Contested", { exact: true })).toHaveCount(0);
});

test("a dispute is settled where the item is shown, and its journal keeps it", async ({
  page,
  standIn,
}) => {
  const productId = await connectRepository(page, standIn);
  await contest(page, productId, "Guest checkout");
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Keep Feature" }).click();
  await expect(drawer.getByRole("button", { name: "Contest the category" })).toBeVisible();
  const line = drawer.getByRole("region", { name: "What happened to it" });
  await expect(line).toContainText(`Contested by local owner · ${reason}`);
  await expect(line).toContainText("Settled by local owner");
});
