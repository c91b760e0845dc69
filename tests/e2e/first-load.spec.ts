import { gzipSync } from "node:zlib";
import { expect, test } from "./setup/fixtures";

/** Until the page shows its answer and listens; and with the library of charts, which comes after. */
const budgetsKb = { first: 234, whole: 340 };

test(`the dashboard takes at most ${budgetsKb.first} KB of JavaScript, gzipped, to answer, ${budgetsKb.whole} in all`, async ({
  page,
  sample: productId,
  app,
}) => {
  const scripts: { url: string; body: Promise<Buffer> }[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (type.includes("javascript")) scripts.push({ url: response.url(), body: response.body() });
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const address = `${app.url}/products/${productId}/balance`;
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  const named = await (await page.request.get(address)).text();
  const sizes = await Promise.all(
    scripts.map(async ({ url, body }) => ({
      kb: gzipSync(await body).length / 1024,
      first: named.includes(new URL(url).pathname.split("/").at(-1) ?? url),
    })),
  );
  const whole = sizes.reduce((sum, { kb }) => sum + kb, 0);
  const first = sizes.reduce((sum, { kb, first }) => sum + (first ? kb : 0), 0);
  console.log(
    `JavaScript of the dashboard, gzipped: ${first.toFixed(1)} KB to answer, ${whole.toFixed(1)} KB in all`,
  );
  expect(first, "what the page itself names is the most of it").toBeGreaterThan(whole / 2);
  expect(first).toBeLessThanOrEqual(budgetsKb.first);
  expect(whole).toBeLessThanOrEqual(budgetsKb.whole);
});

test("other pages are read ahead only once a link to them is about to be followed", async ({
  page,
  sample: productId,
}) => {
  const ahead: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) ahead.push(new URL(request.url()).pathname);
  });
  await page.goto(`/products/${productId}/balance`, { waitUntil: "networkidle" });
  expect(ahead).toEqual([]);
  const pages = page.getByRole("navigation", { name: "Pages of the product" });
  await pages.getByRole("link", { name: "Items" }).hover();
  await expect.poll(() => new Set(ahead)).toEqual(new Set([`/products/${productId}/items`]));
  await pages.getByRole("link", { name: "Rules" }).focus();
  await expect.poll(() => ahead.at(-1)).toBe(`/products/${productId}/rules`);
});
