import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startApp } from "./setup/start-app";

test("a fresh start offers a repository or the sample, and says where the data stays", async ({
  page,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), "balance-fresh-"));
  const app = await startApp({ dataDir });
  try {
    await page.goto(app.url);
    await expect(page.getByRole("textbox", { name: "Repository or Jira address" })).toBeVisible();
    await expect(page.getByText(/this machine/)).toBeVisible();
    await page.getByRole("button", { name: "Open the sample product" }).click();
    await page.waitForURL(/\/products\/[^/]+\/balance/);
    await expect(page.getByText("generated, not real")).toBeVisible();
    await page.goto(app.url);
    await page.waitForURL(/\/products\/[^/]+\/balance/);
  } finally {
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
