import { apiClient } from "./setup/api-client";
import { connectRepository, fillConnectForm, pressConnect } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test("from a repository to its balance, to the items behind it, to a changed category that stays", async ({
  page,
  standIn,
  app,
}) => {
  standIn.setDelay(700);
  await page.goto("/new");
  await fillConnectForm(page, { repository: "acme/checkout", apiUrl: standIn.url });
  await pressConnect(page);
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText(/Synced/)).toBeVisible();
  standIn.setDelay(0);

  await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "The whole history" });
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toContainText(/\d+% new features, \d+% upkeep/);
  await expect(headline).toContainText(/\d+ of \d+ items unclassified|all \d+ items classified/);

  const delivered = page.getByRole("button", { name: /^Delivered/ });
  const count = Number(/(\d+) items/.exec((await delivered.textContent()) ?? "")?.[1]);
  expect(count).toBeGreaterThan(10);
  await delivered.click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(`${count} items`, { exact: true })).toBeVisible();
  await expect(drawer.getByRole("row")).toHaveCount(count + 1);

  const before = await page.getByRole("button", { name: /^Feature share/ }).textContent();
  const row = drawer.getByRole("row", { name: /Pay by bank transfer/ });
  await expect(row).toContainText("label “feature”");
  await row.getByRole("button", { name: /^Category of/ }).click();
  await page.getByRole("menuitem", { name: "Tech debt" }).click();
  await expect(row).toContainText("set by a person");
  await drawer.getByRole("button", { name: "Close the items" }).click();
  await expect(page.getByRole("button", { name: /^Feature share/ })).not.toHaveText(before ?? "");

  const productId = /products\/([^/]+)/.exec(page.url())?.[1] ?? "";
  const api = apiClient(app.url);
  const { body: sources } = await api.call("GET", `/api/products/${productId}/sources`);
  const [source] = sources.items;
  standIn.editIssue("acme/checkout", 1, { title: "Pay by bank transfer, renamed" });
  const started = await api.call("POST", `/api/sources/${source.id}/sync`, { mode: "full" });
  expect(started.status).toBe(202);
  await api.synced(source.id);
  const { body: list } = await api.call("GET", `/api/products/${productId}/items?q=bank+transfer`);
  expect(list.items).toMatchObject([
    { title: "Pay by bank transfer, renamed", category: "tech_debt", because: "override" },
  ]);
});

test("a bar of the chart opens its items by mouse and by keyboard, and the counts agree", async ({
  page,
  standIn,
}) => {
  await connectRepository(page, standIn);
  // Every view is an address, also the short one of the product.
  await page.goto(page.url().replace(/\/balance.*$/, "?period=all&bucket=quarter"));
  await expect(page.getByRole("combobox", { name: "Period" })).toHaveValue("all");
  await expect(page.getByRole("combobox", { name: "Bucket" })).toHaveValue("quarter");
  await page.getByRole("button", { name: "Show as a table" }).click();
  const opener = page
    .getByRole("table")
    .getByRole("button", { name: /Maintenance, .*: open the items/ })
    .first();
  const count = Number(/^\d+/.exec((await opener.textContent()) ?? "")?.[0]);
  await opener.click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("row")).toHaveCount(count + 1);
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  const chart = page.getByRole("slider", { name: /^The balance by .*arrow keys move/ });
  await chart.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("hostile titles, labels and bodies are text everywhere", async ({ page, standIn }) => {
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/items?q=onerror`);
  const row = page.getByRole("row", { name: /<img src=x onerror=alert\(1\)>/ });
  await expect(row).toContainText("<b>bug</b>");
  await row.getByRole("button", { name: /<img/ }).click();
  await expect(page.getByText("<script>alert(13)</script>")).toBeVisible();
  expect(await page.locator("img[src=x]").count()).toBe(0);
});
