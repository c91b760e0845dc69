import { expect, test } from "./setup/fixtures";

test("the dashboard's answer stands in its document: it is read before any script has run", async ({
  sample: productId,
  app,
  browser,
}) => {
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${app.url}/products/${productId}/balance`);
  await expect(plain.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(plain.getByRole("button", { name: "Coverage" })).toBeVisible();
  await expect(plain.getByRole("status", { name: "Loading the balance" })).toHaveCount(0);
  await plain.close();
});

test("who goes to the dashboard from another page sees that it comes until it is there", async ({
  page,
  sample: productId,
}) => {
  await page.goto(`/products/${productId}/rules`, { waitUntil: "networkidle" });
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/balance\?_rsc=/, async (route) => {
    // What is fetched ahead goes on; what the click asks for waits.
    if (!route.request().headers()["next-router-prefetch"]) await answered;
    await route.continue();
  });
  await page.getByRole("link", { name: "Balance", exact: true }).click();
  // Its places where they were read ahead in time, else a mark at the link.
  const places = page.getByRole("status", { name: "Loading the balance" });
  const mark = page.getByTestId("link-pending");
  await expect(places.or(mark).first()).toBeVisible();
  answer();
  await expect(page.getByRole("heading", { level: 1, name: /new features/ })).toBeVisible();
  await expect(places.or(mark)).toHaveCount(0);
});

test("the first thing that is painted has the reader's colours", async ({
  sample: productId,
  app,
  browser,
}) => {
  const dark = await browser.newPage({ colorScheme: "dark" });
  await dark.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.documentElement.dataset.mantineColorScheme !== "dark") return;
      performance.mark("dark");
      observer.disconnect();
    });
    observer.observe(document, { attributes: true, subtree: true });
  });
  await dark.goto(`${app.url}/products/${productId}/balance`, { waitUntil: "networkidle" });
  const [coloured, painted] = await dark.evaluate(() =>
    ["dark", "first-paint"].map((name) => performance.getEntriesByName(name)[0]?.startTime),
  );
  expect(coloured, "the page is dark").toBeDefined();
  expect(coloured).toBeLessThan(painted ?? 0);
  await dark.close();
});
