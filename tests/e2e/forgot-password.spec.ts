import { linkIn } from "@/tests/setup/mail-server";
import { until } from "@/tests/setup/until";
import { expectAccessible } from "./setup/expect-accessible";
import { expect, test } from "./setup/fixtures";

test.use({ accounts: true, sendsMail: true });

const email = "ada@example.com";
const next = "another horse battery";

test("who forgot a password asks for a mail, chooses a new one by its link, and signs in", async ({
  page,
  app,
  mails,
}) => {
  const [, code = ""] = /with the code (\S+)/.exec(app.output()) ?? [];
  await page.goto("/join");
  await page.getByLabel("Code").fill(code);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("correct horse battery");
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.context().clearCookies();

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.waitForURL((url) => url.pathname === "/forgot-password");
  const asking = page.getByRole("form", { name: "Ask for a new password" });
  await expectAccessible(page, "a forgotten password");
  await asking.getByLabel("E-mail").fill("no address");
  await asking.getByRole("button", { name: "Send me the link" }).click();
  await expect(asking.getByText("Give an e-mail address.")).toBeVisible();
  await asking.getByLabel("E-mail").fill(email);
  await asking.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByRole("status")).toContainText("a mail with a link is on its way");

  const arrived = async () => (mails.received.length > 0 ? true : null);
  await until(arrived, { what: "the mail arrived" });
  const link = linkIn(mails.received);
  await page.goto(`${link.pathname}${link.hash}`);
  await expect(page).toHaveURL((url) => url.pathname === "/new-password" && url.hash === "");
  const choosing = page.getByRole("form", { name: "A new password" });
  await expectAccessible(page, "a new password");
  await choosing.getByLabel("New password").fill("short");
  await choosing.getByRole("button", { name: "Change the password" }).click();
  await expect(choosing.getByText("A password has at least 10 characters.")).toBeVisible();
  await choosing.getByLabel("New password").fill(next);
  await choosing.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("status")).toContainText("Your password is changed.");

  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(next);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: /How much of your work/ })).toBeVisible();

  await test.step("the link is used up, and is nowhere in what the server wrote", async () => {
    await page.goto(`${link.pathname}${link.hash}`);
    await choosing.getByLabel("New password").fill("yet another battery");
    await choosing.getByRole("button", { name: "Change the password" }).click();
    await expect(choosing.getByText("This link is not valid, or no longer.")).toBeVisible();
    expect(app.output()).not.toContain(link.hash.slice(1));
  });
});
