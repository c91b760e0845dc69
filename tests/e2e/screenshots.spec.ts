import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openSample } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";
import { startMeeting } from "./setup/meetings";

const screens = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
};
const pages = [
  "balance",
  "items",
  "triage",
  "rules",
  "agreement",
  "forecast",
  "plan",
  "sources",
  "settings",
];

/** The whole page as an image, once it has come to rest: two shots in a row are the same. */
async function shotAtRest(page: Page): Promise<Buffer> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // What is loaded when it is scrolled to is loaded to be printed, too.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.waitForLoadState("networkidle");
  let last: Buffer = Buffer.alloc(0);
  await expect(async () => {
    const before = last;
    last = await page.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
    expect(last.equals(before), "the page is at rest").toBe(true);
  }).toPass();
  return last;
}

for (const [screen, viewport] of Object.entries(screens)) {
  test(`the main pages come to rest, light and dark, on a ${screen}`, async ({ page }, info) => {
    await page.setViewportSize(viewport);
    const productId = await openSample(page);
    const meeting = await startMeeting(page, productId);
    const addresses = [
      ...pages.map((name) => ({ name, address: `/products/${productId}/${name}` })),
      { name: "meeting", address: `${meeting}?screen=balance` },
      { name: "record", address: `${meeting}/record` },
      { name: "portfolio", address: "/portfolio" },
    ];
    for (const { name, address } of addresses) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        const shot = await shotAtRest(page);
        await writeFile(info.outputPath(`${name}-${colorScheme}-${screen}.png`), shot);
      }
    }
  });
}
