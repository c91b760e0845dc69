import { connectRepository, openBalance, openSample, placeLabel } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

const pages = ["balance", "items", "agreement", "meetings", "rules", "sources", "settings"];
/** Reached from other pages, not from the navigation. */
const inner = ["triage", "contested", "audit", "model", "forecast", "digest", "plan"];
const schemes = ["light", "dark"] as const;

for (const colorScheme of schemes) {
  test.describe(`in ${colorScheme} mode`, () => {
    test.use({ colorScheme });

    test("axe finds nothing serious on any page, empty or full", async ({
      page,
      sample,
      standIn,
    }) => {
      const check = (where: string) => expectAccessible(page, where);
      await page.goto("/new");
      await check("new");
      await page.getByLabel(placeLabel).fill("https://acme.atlassian.net/browse/PAY-12");
      await page.getByRole("button", { name: /^More/ }).click();
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await check("new, with Jira's fields and their problems");
      await page.goto("/products/00000000-0000-4000-8000-00000000dead/balance");
      await check("not found");
      await page.goto("/definitions");
      await check("definitions");
      for (const productId of [await connectRepository(page, standIn), sample]) {
        for (const name of [...inner, ...pages]) {
          await page.goto(`/products/${productId}/${name}`);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await check(name);
        }
      }
      const product = page.url().replace(/settings.*/, "");
      await page.goto("/portfolio");
      await check("portfolio");
      await page.goto(`${product}balance`);
      await page.getByRole("button", { name: "Show as a table" }).click();
      await page.getByRole("button", { name: /^Delivered/ }).click();
      await expect(page.getByRole("dialog").getByRole("row").nth(2)).toBeVisible();
      await check("items in the drawer");
      await page.goto(`${page.url().replace(/balance.*/, "rules")}`);
      await page.getByRole("button", { name: "Add a rule" }).click();
      await page.getByRole("combobox", { name: "Values" }).fill("bug");
      await page.getByRole("combobox", { name: "Values" }).press("Enter");
      await page.getByRole("button", { name: "Text model and kinds" }).click();
      await page.getByRole("button", { name: "Versions" }).click();
      await expect(page.getByTestId("moved")).toBeVisible();
      await check("a rule in its form");
    });

    test("axe finds nothing serious on what is contested, changed late or of the past", async ({
      page,
    }) => {
      const check = (where: string) => expectAccessible(page, where);
      const product = `/products/${await openSample(page)}`;
      await page.goto(`${product}/items?state=closed&category=feature`);
      await page.getByRole("row").nth(1).getByRole("button").first().click();
      await page.getByRole("button", { name: "Contest the category" }).click();
      await check("the form to contest an item");
      await page.getByLabel("Which category is right, and why?").fill("Another one.");
      await page.getByRole("button", { name: "Contest", exact: true }).click();
      await expect(page.getByRole("region", { name: "Contested" })).toBeVisible();
      await check("a contested item");
      await page.getByRole("button", { name: "Change to Excluded" }).click();
      await expect(page.getByRole("button", { name: "Contest the category" })).toBeVisible();
      await page.getByRole("button", { name: "Contest the category" }).click();
      await page.getByLabel("Which category is right, and why?").fill("It is work.");
      await page.getByRole("button", { name: "Contest", exact: true }).click();
      await expect(page.getByRole("region", { name: "Contested" })).toBeVisible();
      for (const name of ["contested", "audit"]) {
        await page.goto(`${product}/${name}`);
        await expect(page.getByRole("heading", { level: 2 })).toContainText(
          /\d items? (is|are|changed)/,
        );
        await check(`${name}, full`);
      }
      const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      await page.goto(`${product}/balance?period=all&asKnownAt=${yesterday}`);
      await expect(page.getByRole("region", { name: /then and now/ })).toBeVisible();
      await check("the balance as known in the past");
    });
  });
}

test("at 390 px nothing but tables scrolls sideways", async ({ page, sample: productId }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    "/new",
    "/definitions",
    "/portfolio",
    "/about/ranges",
    ...[...inner, ...pages].map((name) => `/products/${productId}/${name}`),
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth, path).toBeLessThanOrEqual(clientWidth);
  }
});

test("the sample product can be opened and read by keyboard alone, and says what it is", async ({
  page,
}) => {
  await page.goto("/new");
  const sample = page.getByRole("button", { name: "Open the sample product" });
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press("Tab");
    if (await sample.evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/products\/[^/]+\/balance/);
  await expect(page.getByText(/Synced/)).toBeVisible();
  for (const name of pages) {
    await page.getByRole("link", { name: new RegExp(`^${name}$`, "i") }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/${name}`));
    await expect(page.getByText("generated, not real")).toBeVisible();
  }
});

test("a forced reduced motion and a print style keep the figures", async ({ page, sample }) => {
  await openBalance(page, sample);
  await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Delivered/ })).toBeVisible();
});
