import { gzipSync } from "node:zlib";
import { openSample } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

const budgetKb = 340;

test(`the dashboard's first load takes at most ${budgetKb} KB of JavaScript, gzipped`, async ({
  page,
  app,
}) => {
  const productId = await openSample(page);
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (type.includes("javascript")) bodies.push(response.body());
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(`${app.url}/products/${productId}/balance`, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  const totalKb = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  test.info().annotations.push({ type: "size", description: `${totalKb.toFixed(1)} KB` });
  console.log(`First-load JavaScript of the dashboard: ${totalKb.toFixed(1)} KB gzipped`);
  expect(sizes.length).toBeGreaterThan(3);
  expect(totalKb).toBeLessThanOrEqual(budgetKb);
});
