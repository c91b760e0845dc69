import { readFile } from "node:fs/promises";
import { categoryStyle } from "@/components/ui/category-style";
import type { Balance } from "@/lib/contracts/balance";
import { readCsv } from "@/tests/unit/classify/read-csv";
import { openBalance } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

test("the chart is saved as a picture in its colours, twice as fine as the screen", async ({
  page,
  sample,
}) => {
  await openBalance(page, sample);
  const chart = page.locator("svg.recharts-surface").first();
  await expect(chart).toBeVisible();
  const { width } = (await chart.boundingBox()) ?? { width: 0 };
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as picture" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^balance-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.png$/);
  const file = await readFile(await download.path());
  const seen = await page.evaluate(coloursOf, file.toString("base64"));
  expect(seen.width).toBe(Math.floor(2 * (width + 48)));
  const { feature, tech_debt } = categoryStyle;
  expect(seen.colours).toContain(feature.light.toLowerCase());
  expect(seen.colours).toContain(tech_debt.light.toLowerCase());
  expect(seen.colours).toContain("#ffffff");
});

test("small pictures are saved as one, as they lie on the screen, in their colours", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/balance?period=12m&split=source`);
  const section = page.getByRole("region", { name: "Side by side" });
  await expect(section.getByRole("slider")).toHaveCount(1);
  const { width } = (await section.locator("figure").locator("..").boundingBox()) ?? { width: 0 };
  await page.getByText(/^Counted:/).scrollIntoViewIfNeeded();
  const flow = page.getByRole("region", { name: "Flow", exact: true });
  const { feature } = categoryStyle;
  for (const [button, name] of [
    [section.getByRole("button", { name: "Save sources as a picture" }), /^by-source-.*\.png$/],
    [flow.getByRole("button", { name: "Save the flow as a picture" }), /^opened-and-done\.png$/],
    [flow.getByRole("button", { name: "Save lead times as a picture" }), /^lead-time\.png$/],
  ] as const) {
    const saved = page.waitForEvent("download");
    await button.click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(name);
    const file = await readFile(await download.path());
    const seen = await page.evaluate(coloursOf, file.toString("base64"));
    expect(seen.width).toBe(Math.floor(2 * (width + 48)));
    expect(seen.colours).toContain(feature.light.toLowerCase());
  }
});

test("each picture's numbers come as a file: those that the same address answers a program", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/balance?period=12m&bucket=month&label=area%2Freports`);
  const fileOf = async (name: string, path = "") => {
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    const download = await saved;
    const address = new URL(download.url());
    expect(address.pathname).toBe(`/api/products/${productId}${path}`);
    address.searchParams.delete("format");
    const [header = [], ...rows] = readCsv(await readFile(await download.path(), "utf8"));
    const answer = await (await fetch(address)).json();
    return {
      answer,
      rows: rows.map((row) => Object.fromEntries(header.map((n, i) => [n, row[i]]))),
    };
  };
  const balance = await fileOf("Numbers as CSV", "/balance");
  expect(balance.rows.map(({ start, feature, tech_debt }) => [start, feature, tech_debt])).toEqual(
    balance.answer.buckets.map(({ start, counts }: Balance["buckets"][number]) => [
      ...[start, `${counts.feature}`, `${counts.tech_debt}`],
    ]),
  );
  expect(balance.rows.some(({ feature }) => Number(feature) > 0)).toBe(true);
  await page.getByRole("heading", { name: "What moved it" }).scrollIntoViewIfNeeded();
  const movers = await fileOf("What moved it as CSV", "/movers");
  const change = movers.rows.find(({ group }) => group === "all")?.contribution;
  expect(Number(change)).toBe(movers.answer.change);
  await page.goto(`/products/${productId}/forecast?weeks=4`);
  const ahead = await fileOf("Today’s actual as CSV", "/forecast");
  expect(ahead.rows).toHaveLength(4 * 6);
  const last = ahead.rows.findLast(({ line }) => line === "tech_debt");
  expect(Number(last?.p50)).toBe(ahead.answer.forecast.weeks.at(-1).stock.tech_debt.p50);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the weeks ahead as a picture" }).click();
  const file = await readFile(await (await saved).path());
  const { colours } = await page.evaluate(coloursOf, file.toString("base64"));
  expect(colours).toContain("#ffffff");
  expect(colours.length).toBeGreaterThan(2);
});

/** Width of a PNG and every colour that covers more than a few of its pixels. */
async function coloursOf(base64: string): Promise<{ width: number; colours: string[] }> {
  const blob = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is nothing to draw on.");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const hex = [data[at], data[at + 1], data[at + 2]].map((part = 0) =>
      part.toString(16).padStart(2, "0"),
    );
    const colour = `#${hex.join("")}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].filter(([, count]) => count > 200).map(([colour]) => colour);
  return { width: bitmap.width, colours };
}
