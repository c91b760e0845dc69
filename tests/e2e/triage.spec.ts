import { apiClient } from "./setup/api-client";
import { connectRepository } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

const decisions = ["1", "2", "3", "4", "x", "f", "m", "r", "t"];
const categories = ["feature", "maintenance", "rewrite", "tech_debt", "excluded"];

test("twenty items are triaged by keyboard alone, one is taken back, and all of it is stored", async ({
  page,
  standIn,
  app,
}) => {
  for (let day = 1; day <= 22; day++) {
    standIn.addIssue("acme/checkout", {
      title: `Notes of day ${day}`,
      labels: [],
      body: "Nothing.",
    });
  }
  const productId = await connectRepository(page, standIn);
  const api = apiClient(app.url);
  const unclassified = async () => {
    const path = `/api/products/${productId}/items?category=unclassified`;
    return (await api.call("GET", path)).body.total;
  };
  const before = await unclassified();
  expect(before).toBeGreaterThanOrEqual(22);

  await page.goto(`/products/${productId}/items`);
  await page.getByRole("link", { name: "Triage" }).focus();
  await page.keyboard.press("Enter");
  const title = page.getByRole("heading", { level: 2 });
  await expect(title).toBeVisible();
  const first = await title.textContent();
  await page.keyboard.press("s");
  await expect(title).not.toHaveText(first ?? "");
  const titles: string[] = [];
  for (let item = 0; item < 20; item++) {
    const shown = (await title.textContent()) ?? "";
    titles.push(shown);
    await page.keyboard.press(decisions[item % decisions.length] ?? "1");
    await expect(title).not.toHaveText(shown);
  }
  await expect(page.getByTestId("decided")).toContainText("20 items decided");
  await expect.poll(unclassified).toBe(before - 20);
  await expect(page.getByTestId("coverage")).toContainText(`${before - 20} items unclassified`);

  await page.keyboard.press("u");
  await expect(title).toHaveText(titles[19] ?? "");
  await expect.poll(unclassified).toBe(before - 19);
  const decided = await Promise.all(
    categories.map(async (category) => {
      const path = `/api/products/${productId}/items?because=override&category=${category}`;
      return (await api.call("GET", path)).body.total;
    }),
  );
  // Nine keys twice round and the first of them once more: 1 and f, 2 and m, 3 and r, 4 and t, x.
  expect(decided).toEqual([5, 4, 4, 4, 2]);
});

test("a decision of triage is taken back from the items, and single keys can be switched off", async ({
  page,
  standIn,
}) => {
  const productId = await connectRepository(page, standIn);
  await page.goto(`/products/${productId}/triage`);
  const title = page.getByRole("heading", { level: 2 });
  const shown = (await title.textContent()) ?? "";
  await page.getByRole("switch", { name: "Single keys decide" }).press("Space");
  await page.keyboard.press("1");
  await expect(page.getByTestId("decided")).toContainText("0 items decided");
  await page.getByRole("button", { name: /^Rewrite/ }).click();
  await expect(title).not.toHaveText(shown);
  await expect(page.getByTestId("decided")).toContainText("1 item decided");

  await page.goto(`/products/${productId}/items?because=override`);
  const row = page.getByRole("row").filter({ hasText: shown });
  await expect(row).toContainText("set by a person");
  await row.getByRole("button", { name: /^Category of/ }).click();
  await page.getByRole("menuitem", { name: "Take back the decision" }).click();
  await expect(row).toContainText("Unclassified");
});

test("a rule is begun from an item", async ({ page, standIn, app }) => {
  const productId = await connectRepository(page, standIn);
  const queue = await apiClient(app.url).call("GET", `/api/products/${productId}/triage?limit=1`);
  const [{ title, labels, type }] = queue.body.items;
  await page.goto(`/products/${productId}/triage`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(title);
  await page.getByRole("link", { name: "Make a rule of this" }).click();
  await page.waitForURL(/\/rules/);
  const rules = page.getByRole("list", { name: /^Rules/ });
  // What tells most of the item: its first label, else its type, else its title.
  const told = labels[0] ?? type ?? title.slice(0, 12);
  await expect(rules.getByRole("listitem").last()).toContainText(told);
  await expect(page.getByTestId("moved")).toBeVisible();
});
