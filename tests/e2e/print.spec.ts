import type { Page } from "@playwright/test";
import { openBalance } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

/** In place of the browser's dialog: what stood on the page each time that it was printed. */
async function keepPrints(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const prints: string[] = [];
    Reflect.set(window, "prints", prints);
    const words = () => document.querySelector("main")?.innerText.replace(/\s+/g, " ") ?? "";
    window.print = () => void prints.push(words());
  });
  return () => page.evaluate(() => Reflect.get(window, "prints"));
}

const furtherDown = [
  /What moved it .*Label/,
  /Inside the categories Most of the \d+ classified items/,
  /Flow .*Opened and done .*Lead time .*Age of what is open/,
];

test("by key and from the palette a page is printed with what nobody has scrolled to", async ({
  page,
  sample,
}) => {
  const prints = await keepPrints(page);
  await openBalance(page, sample);
  await page.keyboard.press("Control+p");
  await expect.poll(async () => (await prints()).length).toBe(1);
  for (const part of furtherDown) expect((await prints())[0]).toMatch(part);

  await openBalance(page, sample);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Page, view/ }).fill("print");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await prints()).length).toBe(1);
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeHidden();
  for (const part of furtherDown) expect((await prints())[0]).toMatch(part);
});

test("who looks at dark pages prints light ones", async ({ page, sample }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.addInitScript(() => {
    const inks: string[] = [];
    Reflect.set(window, "inks", inks);
    window.addEventListener("afterprint", () => inks.push(getComputedStyle(document.body).color));
  });
  await openBalance(page, sample);
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const onScreen = await ink();
  await page.pdf();
  const [onPaper, ...more] = await page.evaluate(() => Reflect.get(window, "inks"));
  expect(more).toEqual([]);
  expect(await ink()).toBe(onScreen);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(ink).not.toBe(onScreen);
  expect(onPaper).toBe(await ink());
});
