import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, patient, test } from "./setup/fixtures";
import { copyMigratedFolder } from "./setup/migrated-folder";
import { startApp } from "./setup/start-app";

const email = "ada@example.com";
const password = "correct horse battery";

test("who owns two workspaces goes from one to the other and back, each with its own products", async ({
  browser,
}) => {
  const dataDir = copyMigratedFolder();
  let app = await startApp({ dataDir, accounts: true });
  const context = await browser.newContext();
  const open = async () => patient(await context.newPage());
  /** A page of the same browser at the address that the product has now. */
  const at = async (path: string) => {
    const page = await open();
    await page.goto(new URL(path, app.url).href);
    return page;
  };
  const [, code = ""] = /with the code (\S+)/.exec(app.output()) ?? [];
  const first = await at("/join");
  await first.getByLabel("Code").fill(code);
  await first.getByLabel("Your name").fill("Ada");
  await first.getByLabel("E-mail").fill(email);
  await first.getByRole("textbox", { name: "Password" }).fill(password);
  await first.getByRole("button", { name: "Join" }).click();
  await first.getByRole("button", { name: "Open the sample product" }).click();
  await first.waitForURL(/\/products\/[^/]+\/balance/);
  const product = new URL(first.url()).pathname;
  const corner = first.getByRole("region", { name: "Your account" });
  await expect(corner).toContainText("Local workspace");
  await expect(corner.getByRole("button", { name: /choose another/ })).toHaveCount(0);
  await first.close();

  await app.stop();
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", ACCOUNTS: "on" };
  const command = ["scripts/new-workspace.mjs", "--name", "Second house", "--owner-email", email];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  const [, owners = ""] = /^(\w{5}(?:-\w{5}){3})$/m.exec(stdout) ?? [];
  app = await startApp({ dataDir, accounts: true });
  const joining = await at("/join");
  await expect(joining.getByText("You are signed in as Ada.")).toBeVisible();
  await joining.getByLabel("Code").fill(owners);
  await joining.getByRole("button", { name: "Join" }).click();
  await expect(joining.getByRole("region", { name: "Your account" })).toContainText("Second house");
  await joining.getByRole("button", { name: "Workspace Second house, choose another" }).click();
  await joining.getByRole("menuitem", { name: "Local workspace" }).click();
  await joining.waitForURL((url) => url.pathname === product);
  await joining.close();

  const page = await at(product);
  const account = page.getByRole("region", { name: "Your account" });
  await account.getByRole("button", { name: "Workspace Local workspace, choose another" }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["Local workspace", "Second house"]);
  await expectAccessible(page, "the choice of a workspace");
  await page.getByRole("menuitem", { name: "Second house" }).click();
  await expect(page.getByRole("heading", { name: /How much of your work/ })).toBeVisible();
  await expect(account).toContainText("Second house");
  expect((await page.goto(new URL(product, app.url).href))?.status()).toBe(404);

  await page.goto(new URL("/people", app.url).href);
  const part = page.getByRole("region", { name: "Workspace" });
  await part.getByLabel("Name of the workspace").fill("Acme");
  await part.getByRole("button", { name: "Rename it" }).click();
  await expect(page.getByRole("button", { name: "Workspace Acme, choose another" })).toBeVisible();

  await test.step("who signs in again on the spot stays in the workspace of the page", async () => {
    await context.clearCookies();
    await part.getByLabel("Name of the workspace").fill("Acme and sons");
    await part.getByRole("button", { name: "Rename it" }).click();
    const ended = page.getByRole("dialog", { name: "Your session has ended" });
    await ended.getByLabel("E-mail").fill(email);
    await ended.getByRole("textbox", { name: "Password" }).fill(password);
    await ended.getByRole("button", { name: "Sign in" }).click();
    await expect(ended).toHaveCount(0);
    await part.getByRole("button", { name: "Rename it" }).click();
    await expect(page.getByRole("button", { name: /^Workspace Acme and sons,/ })).toBeVisible();
  });

  const stale = await at("/people");
  await expect(stale.getByRole("button", { name: /^Workspace Acme and sons,/ })).toBeVisible();
  await page.getByRole("button", { name: /^Workspace Acme and sons,/ }).click();
  await page.getByRole("menuitem", { name: "Local workspace" }).click();
  await page.waitForURL((url) => url.pathname === product);
  await expect(account).toContainText("Local workspace");

  await test.step("a tab of the workspace that was left does nothing in the other", async () => {
    const name = stale.getByLabel("Name of the workspace");
    await name.fill("Astray");
    await stale.getByRole("button", { name: "Rename it" }).click();
    const left = stale.getByRole("dialog", { name: "You work in another workspace now" });
    await expect(left).toBeVisible();
    await expectAccessible(stale, "a page of a workspace that was left");
    await left.getByRole("button", { name: "Go back to the workspace of this page" }).click();
    await expect(name).toHaveValue("Acme and sons");
    await page.getByRole("link", { name: "People" }).click();
    await expect(page.getByRole("dialog", { name: /another workspace/ })).toBeVisible();
    await page.getByRole("button", { name: "Read this page again" }).last().click();
    await expect(page.getByLabel("Name of the workspace")).toHaveValue("Acme and sons");
    await page.getByRole("button", { name: /^Workspace Acme and sons,/ }).click();
    await expect(page.getByRole("menuitem")).toHaveText(["Local workspace", "Acme and sons"]);
  });
  await context.close();
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
