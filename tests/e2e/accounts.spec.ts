import type { Browser, Page } from "@playwright/test";
import { openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, patient, test } from "./setup/fixtures";
import { show, startMeeting } from "./setup/meetings";

test.use({ accounts: true });
test.describe.configure({ mode: "serial" });

const password = "correct horse battery";

async function fillAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@example.com`);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
}

/** Signs in where the page asks for it. */
async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("E-mail").fill(`${name.toLowerCase()}@example.com`);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A browser of somebody else's. */
async function another(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  return patient(await context.newPage());
}

/** An owner makes a link, and somebody comes in by it. */
async function invite(owner: Page, guest: Page, name: string, role: string): Promise<void> {
  await owner.goto("/people");
  await owner.getByRole("button", { name: "Invite somebody" }).click();
  const whom = owner.getByLabel("For whom");
  await whom.fill("x".repeat(201));
  await owner.getByRole("button", { name: "Make the link" }).click();
  await expect(whom).toHaveAccessibleDescription(/at most 200 characters/);
  await whom.fill(name);
  await owner.getByLabel("Role in every product").selectOption({ label: role });
  await owner.getByRole("button", { name: "Make the link" }).click();
  const link = await owner.getByTestId("secret").textContent();
  await guest.goto(new URL(link ?? "").pathname + new URL(link ?? "").search);
  await fillAccount(guest, name);
  await expectAccessible(guest, "an invitation");
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.waitForURL((url) => url.pathname !== "/join");
}

let productId = "";

test("the console's code makes the owner; everybody else is asked to sign in", async ({
  page,
  app,
}) => {
  const answer = await page.goto("/portfolio");
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page, "sign in");
  const [, code = ""] = /with the code (\S+)/.exec(app.output()) ?? [];
  await page.goto("/join");
  await page.getByLabel("Code").fill("wrong-wrong-wrong-wrong");
  await fillAccount(page, "Ada");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("This invitation or code is not valid, or no longer.")).toBeVisible();
  await page.getByRole("textbox", { name: "Password" }).fill("short");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("A password has at least 10 characters.")).toHaveCount(1);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: /How much of your work/ })).toBeVisible();
  await expect(page.getByText(/copied to this server/)).toBeVisible();
  productId = await openSample(page);
  await expect(page.getByRole("region", { name: "Your account" })).toContainText("Ada");

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto(`/products/${productId}/items`);
  await signIn(page, "Ada");
  await expect(page).toHaveURL(new RegExp(`/products/${productId}/items`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("two people hold a meeting that ends in an agreement both signed, and share its record", async ({
  page,
  app,
  browser,
}) => {
  await page.goto("/people");
  await signIn(page, "Ada");
  await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
  const pm = await another(browser, app.url);
  const engineering = await another(browser, app.url);
  await invite(page, pm, "Bo", "Viewer");
  await invite(page, engineering, "Cy", "Engineering");
  await page.reload();
  await expectAccessible(page, "people");

  await test.step("a viewer sees no control, until the role changes", async () => {
    await pm.goto(`/products/${productId}/items`);
    await expect(pm.getByRole("row").nth(1)).toBeVisible();
    await expect(pm.getByRole("button", { name: /Change it$/ })).toHaveCount(0);
    await pm.goto(`/products/${productId}/meetings`);
    await expect(pm.getByRole("button", { name: "Start a meeting" })).toHaveCount(0);
    await pm.goto(`/products/${productId}/agreement`);
    await expect(pm.getByText("You speak for neither side here")).toBeVisible();
    await expect(pm.getByRole("form")).toHaveCount(0);
    await pm.goto(`/products/${productId}/settings`);
    await expect(pm.getByRole("region", { name: "Settings of the product" })).toContainText(
      "First day of the week",
    );
    await expect(pm.getByRole("textbox")).toHaveCount(0);
    expect((await pm.goto("/log"))?.status()).toBe(403);
    await expectAccessible(pm, "a page for others");
    const members = page.getByRole("region", { name: "Members" });
    await members.getByRole("button", { name: "Change what Bo is" }).click();
    await members.getByLabel("Role in every product").selectOption({ label: "Product manager" });
    await members.getByRole("button", { name: "Save the role" }).click();
    await expect(members.getByRole("listitem").filter({ hasText: "Bo" })).toContainText(
      "Product manager",
    );
    await expect(members.getByRole("button", { name: "Save the role" })).toHaveCount(0);
    await pm.goto(`/products/${productId}/meetings`);
    await expect(pm.getByRole("button", { name: "Start a meeting" })).toBeVisible();
  });

  await pm.goto(`/products/${productId}/agreement`);
  await expect(pm.getByText("You speak for Product manager.")).toBeVisible();
  await pm.getByRole("button", { name: "Add a stage" }).click();
  const form = pm.getByRole("form", { name: "New stage" });
  await form.getByLabel("Begin with a suggestion").selectOption({ label: "Expand" });
  await form.getByLabel("First day").fill("2026-01-01");
  await form.getByRole("button", { name: "Add the stage" }).click();
  await expect(pm.getByRole("button", { name: /^Expand/ })).toBeVisible();

  const address = await startMeeting(pm, productId);
  await show(pm, "Propose and agree");
  await pm.getByLabel("Why").fill("Users wait for the export.");
  await pm.getByRole("button", { name: "Propose as product manager" }).click();
  await expect(pm.getByText("Waits for engineering. Only they can answer it.")).toBeVisible();
  await engineering.goto(`${address}?screen=agree`);
  await engineering.getByRole("button", { name: "Accept", exact: true }).click();
  await engineering.getByRole("button", { name: /^Accept \d+% as engineering$/ }).click();
  await expect(engineering.getByRole("region", { name: "Agreed for Expand" })).toContainText("Cy");
  await show(pm, "Record");
  await pm.getByRole("button", { name: "Close the meeting" }).click();
  await pm.waitForURL(/\/record$/);
  await expect(pm.getByRole("region", { name: "Agreed", exact: true })).toContainText("Bo");
  await expect(pm.getByRole("region", { name: "Agreed", exact: true })).toContainText("Cy");

  await test.step("whoever has the link sees the record, until it is ended", async () => {
    await pm.getByRole("button", { name: "Share by link" }).click();
    await pm.getByRole("button", { name: "Make the link" }).click();
    const link = await pm.getByTestId("secret").textContent();
    const guest = await another(browser, app.url);
    const shared = new URL(link ?? "").pathname;
    await guest.goto(shared);
    await expect(guest.getByRole("heading", { name: /^Meeting of Sample product/ })).toBeVisible();
    await expect(guest.getByText("Sample data: generated, not real")).toBeVisible();
    await expect(guest.getByText(/to be seen until .+ UTC\.$/)).toBeVisible();
    await expectAccessible(guest, "what is shared");
    expect((await guest.goto(`/products/${productId}/balance`))?.status()).toBe(401);
    await pm.goto("/people");
    await pm.getByRole("button", { name: "End the link" }).click();
    await pm.getByRole("button", { name: "End it" }).click();
    await expect(pm.getByText("Nothing is shared by link.")).toBeVisible();
    await guest.goto(shared);
    await expect(guest.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  });

  await test.step("the log tells of it", async () => {
    await page.goto("/log");
    for (const deed of ["Revoked a share link", "Answered a proposal", "Changed a member"]) {
      await expect(page.getByRole("cell", { name: deed, exact: true }).first()).toBeVisible();
    }
    await expectAccessible(page, "the log");
  });

  await test.step("who is signed out is out", async () => {
    await engineering.goto(`/products/${productId}/balance`);
    await engineering.getByRole("button", { name: "Sign out" }).click();
    await expect(engineering.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect((await engineering.goto(`/products/${productId}/balance`))?.status()).toBe(401);
  });
});
