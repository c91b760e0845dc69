import { readFile } from "node:fs/promises";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { apiClient } from "./setup/api-client";
import { connectRepository, openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

test("every product has its line, two stand side by side, and each number opens its own items", async ({
  page,
  standIn,
  app,
}) => {
  const first = await connectRepository(page, standIn);
  const sample = await openSample(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Page, view/ }).fill("portfolio");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/portfolio/);
  const stage = { name: "Expand", startsOn: "2020-01-01" };
  await apiClient(app.url).call("POST", `/api/products/${first}/stages`, stage);
  const query = "period=custom&from=2015-01-01&to=2026-12-31&bucket=quarter&measure=opened";
  await page.goto(`/portfolio?${query}`);
  const { body } = await apiClient(app.url).call("GET", `/api/portfolio?${query.slice(14)}`);
  const portfolio: Portfolio = body;
  const product = portfolio.items.find(({ id }) => id === first);
  if (!product) throw new Error("The portfolio lacks a product.");
  const { feature } = product.totals.counts;
  // Other tests may have left products of their own.
  const counted = portfolio.items.filter((one) => one.counted);
  const features = counted.reduce((sum, { totals }) => sum + totals.counts.feature, 0);
  expect(portfolio.whole.totals.counts.feature).toBe(features);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    counted.length === 1 ? "1 product:" : `${counted.length} products:`,
  );
  await expect(page.getByText("Sample data is generated: it is not in the sum.")).toBeVisible();
  const table = page.getByRole("region", { name: "Products" });
  const rowOf = (id: string) =>
    table.getByRole("row").filter({ has: page.locator(`a[href*="/products/${id}/"]`) });
  await rowOf(first)
    .getByRole("button", { name: `${feature} feature, ${product.name}: open the items` })
    .click();
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText(`Opened: ${feature} item`);
  await expect(drawer.locator("tbody tr")).toHaveCount(feature);
  await page.getByRole("button", { name: "Close the items" }).click();

  await test.step("the sum opens its parts, and a part its items", async () => {
    const sum = table.getByRole("button", { name: `${features} feature, together` });
    await sum.press("Enter");
    const parts = page.getByRole("dialog").getByRole("button");
    await expect(parts).toHaveCount(
      counted.filter(({ totals }) => totals.counts.feature > 0).length,
    );
    const amounts = (await parts.allTextContents()).map((text) => Number(text.split(": ").at(-1)));
    expect(amounts.reduce((total, amount) => total + amount, 0)).toBe(features);
    await parts
      .filter({ hasText: `${product.name}: ${feature}` })
      .first()
      .press("Enter");
    await expect(drawer).toContainText(`${product.name}: `);
    await expect(drawer.locator("tbody tr")).toHaveCount(feature);
    await page.getByRole("button", { name: "Close the items" }).click();
  });
  await expect(
    rowOf(first).getByRole("link", { name: `1 reason to talk about ${product.name}` }),
  ).toHaveAttribute("href", `/products/${first}/agreement#reasons`);

  await table.getByRole("button", { name: "Feature share" }).click();
  await expect(page).toHaveURL(/order=share/);
  await expect(table.getByRole("columnheader", { name: "Feature share" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  for (const id of [first, sample]) {
    await rowOf(id).getByRole("checkbox").check();
  }
  await expect(page).toHaveURL(/beside=/);
  await expect(page.getByText(/They are [\d.]+ points? apart\./)).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole("slider")).toHaveCount(2);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page, `the portfolio at ${width} px`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await readFile(await (await saved).path(), "utf8");
  expect(file).toContain(`${first},${product.name},`);
  await rowOf(first).getByRole("link", { name: product.name, exact: true }).click();
  await page.waitForURL(new RegExp(`/products/${first}/balance\\?.*measure=opened`));
});
