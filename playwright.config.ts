import process from "node:process";
import { defineConfig, devices } from "@playwright/test";

/** Chromium calls home at every start unless told not to; as root it needs its sandbox off. */
const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  globalSetup: "tests/e2e/setup/migrated-folder.ts",
  fullyParallel: false,
  // Each has a product, a database and a browser of its own, and half of the time waits for them.
  workers: 2,
  retries: 0,
  // Only a hang should end a test: a busy machine is slower, and nothing here measures time.
  timeout: 600_000,
  expect: { timeout: 180_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    headless: true,
    // Without its film, which would take as much of the processor as the page itself.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: browserArguments,
    },
  },
  projects: [
    {
      name: "chromium",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 720 } },
    },
  ],
});
