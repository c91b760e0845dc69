import type { Browser, Page } from "@playwright/test";
import { openSample } from "./setup/connect-repository";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, patient } from "./setup/fixtures";
import { clientSecret, test } from "./setup/providers";

test.describe.configure({ mode: "serial" });

const password = "correct horse battery";
const buttons = {
  github: "Continue with GitHub",
  oidc: "Continue with your organisation's sign-in",
};

/** A browser of somebody else's; what it shows may lead to the provider. */
async function another(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  return patient(await context.newPage());
}

/** The path of a new invitation. */
async function invite(owner: Page, role: string): Promise<string> {
  await owner.goto("/people");
  await owner.getByRole("button", { name: "Invite somebody" }).click();
  await owner.getByLabel("For whom").fill("Somebody");
  await owner.getByLabel("Role in every product").selectOption({ label: role });
  await owner.getByRole("button", { name: "Make the link" }).click();
  const link = new URL((await owner.getByTestId("secret").textContent()) ?? "");
  return link.pathname + link.search;
}

test("people come in by an invitation and a provider, as what it says, and again by the provider", async ({
  page,
  app,
  browser,
  providers,
}) => {
  const [, code = ""] = /with the code (\S+)/.exec(app.output()) ?? [];
  await page.goto("/join");
  await page.getByLabel("Code").fill(code);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL((url) => url.pathname !== "/join");
  const items = `/products/${await openSample(page)}/items`;
  await expect(page.getByRole("region", { name: "Your account" })).toContainText("Ada");

  for (const [id, provider] of (["github", "oidc"] as const).entries()) {
    const name = `Bo ${provider}`;
    const email = `bo-${provider}@example.com`;
    providers[provider].setPerson({ id: String(id + 1), name, email, verified: true });
    const guest = await another(browser, app.url);
    await guest.goto(await invite(page, "Engineering"));
    await guest.getByRole("button", { name: buttons[provider] }).click();
    const account = guest.getByRole("region", { name: "Your account" });
    await expect(account).toContainText(name);
    const me = await (await guest.request.get("/api/me")).json();
    expect(me).toMatchObject({ role: "engineering", email });
    await guest.getByRole("button", { name: "Sign out" }).click();
    await expect(guest.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await guest.goto(items);
    await guest.getByRole("button", { name: buttons[provider] }).click();
    await expect(account).toContainText(name);
    expect(new URL(guest.url()).pathname).toBe(items);
  }
});

test("whoever may not come in is told why, where they wanted to", async ({
  page,
  app,
  browser,
  providers,
}) => {
  const { oidc } = providers;
  const stranger = { id: "7", name: "Eve", email: "eve@example.com", verified: true };
  const guest = await another(browser, app.url);
  const refused = async (words: string | RegExp) => {
    await guest.getByRole("button", { name: buttons.oidc }).click();
    await expect(guest.getByRole("alert").filter({ hasText: words })).toBeVisible();
    expect(guest.url()).not.toMatch(/code=|state=|description/);
    expect((await guest.request.get("/api/me")).status()).toBe(401);
  };

  await guest.goto("/sign-in");
  oidc.setPerson(stranger);
  await refused(/open the link of your invitation/);
  await expectAccessible(guest, "a refused sign-in");
  oidc.setPerson({ ...stranger, email: "ada@example.com" });
  await refused(/There is an account with this e-mail address here already/);
  oidc.setPerson({ ...stranger, verified: false });
  await refused(/no e-mail address there that is verified/);
  oidc.setPerson(stranger);
  oidc.setFault("denied");
  await refused(/refused or broken off/);
  oidc.setFault("token_fails");
  await refused(/was not confirmed/);
  oidc.setFault("silent");
  await refused(/does not answer/);
  oidc.setFault("none");

  await test.step("also on the page of an invitation, which is good for another try", async () => {
    await page.goto("/people");
    await page.getByLabel("E-mail").fill("ada@example.com");
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
    await guest.goto(await invite(page, "Viewer"));
    oidc.setFault("denied");
    await refused(/refused or broken off/);
    oidc.setFault("none");
    await guest.getByRole("button", { name: buttons.oidc }).click();
    await expect(guest.getByRole("region", { name: "Your account" })).toContainText("Eve");
  });

  await page.reload();
  const members = page.getByRole("region", { name: "Members" });
  await expect(members.getByRole("listitem")).toHaveCount(4);
  expect(app.output()).not.toContain(clientSecret);
  expect(app.output()).not.toMatch(/access-|code-[0-9a-f]{8}|eyJ|invite_/);
});
