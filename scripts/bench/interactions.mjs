import { chromium } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What is done at a dashboard, each from input to the next frame (Event Timing, 8 ms steps).
 * @type {{ name: string, act: (page: Page) => Promise<void> }[]}
 */
const interactions = [
  {
    name: "the cursor moves through the chart",
    act: async (page) => {
      await page.getByRole("slider", { name: /^The balance by/ }).focus();
      for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowLeft");
    },
  },
  {
    name: "counts in place of shares",
    act: async (page) => {
      await page.getByText("Counts", { exact: true }).first().click();
    },
  },
  {
    name: "another measure",
    act: async (page) => {
      await page.getByText("Opened", { exact: true }).first().click();
    },
  },
  {
    name: "the items behind a figure",
    act: async (page) => {
      await page.getByRole("slider", { name: /^The balance by/ }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "the palette",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.type("bal");
      await page.keyboard.press("Escape");
    },
  },
];

/**
 * The longest answer to an input, in ms, of each interaction.
 * @param {{ browser: string, dashboard: string }} task
 * @returns {Promise<string[]>}
 */
export async function measureInteractions({ browser, dashboard }) {
  const running = await chromium.launch({ executablePath: browser, args: ["--no-sandbox"] });
  try {
    const page = await running.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(observeEvents);
    await page.goto(dashboard, { waitUntil: "networkidle" });
    const lines = [];
    for (const { name, act } of interactions) {
      await page.evaluate(() => Reflect.set(window, "longestEvent", 0));
      await act(page);
      await page.waitForLoadState("networkidle");
      const longest = await page.evaluate(() => Reflect.get(window, "longestEvent"));
      lines.push(`${name}: answered within ${Math.max(longest, 16)} ms`);
    }
    return lines;
  } finally {
    await running.close();
  }
}

function observeEvents() {
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      const longest = Reflect.get(window, "longestEvent") ?? 0;
      Reflect.set(window, "longestEvent", Math.max(longest, duration));
    }
  });
  const events = { type: "event", durationThreshold: 16, buffered: true };
  observer.observe(events);
}
