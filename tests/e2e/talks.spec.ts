import { type MessageReceiver, openReceiver } from "@/tests/setup/message-receiver";
import { apiClient } from "./setup/api-client";
import { expectAccessible } from "./setup/expect-accessible";
import { test as base, expect } from "./setup/fixtures";
import { withApp } from "./setup/start-app";

const secretPath = "/services/T0/B0/canary-secret";
type Chat = { chatPath: string; chat: MessageReceiver };

/** Beside the product runs a chat that takes its messages. */
const test = base.extend<object, Chat>({
  chatPath: [secretPath, { option: true, scope: "worker" }],
  chat: [
    async ({ chatPath }, use) => {
      const chat = await openReceiver(chatPath);
      await use(chat);
      await chat.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ chat }, use) => {
      await withApp({ allowedHosts: chat.host }, use);
    },
    { scope: "worker", timeout: 150_000 },
  ],
});

const startOfYear = `${new Date().getUTCFullYear()}-01-01`;

test("a webhook is set, tested and removed by keyboard, and its address is shown nowhere", async ({
  page,
  app,
  chat,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Told <!channel>");
  await page.goto(`/products/${id}/settings`);
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages).toContainText("No webhook is set: nothing is sent.");
  const field = messages.getByLabel("Address of the webhook");

  await field.fill("https://10.0.0.1/hook");
  await field.press("Enter");
  await expect(messages).toContainText("10.0.0.1 is a private address");
  await expectAccessible(page, "a refused webhook");

  await field.fill(chat.url);
  await field.press("Enter");
  await expect(messages.getByRole("status")).toHaveText(
    `Messages go to ${chat.host}. Nothing was sent yet.`,
  );
  await messages.getByRole("button", { name: "Send a test message" }).press("Enter");
  await expect(messages.getByRole("status")).toContainText("The last message arrived");
  expect(chat.received.at(-1)?.path).toBe(secretPath);
  expect(chat.received.at(-1)?.text).toContain("*Told &lt;!channel&gt;*: this is a test message");
  await expectAccessible(page, "a webhook");

  chat.answer = { status: 404 };
  await messages.getByRole("button", { name: "Send a test message" }).press("Enter");
  await expect(messages.getByRole("status")).toContainText(
    `${chat.host} answered 404. There is no such webhook any more`,
  );
  chat.answer = { status: 200 };
  await page.reload();
  await expect(messages.getByRole("status")).toContainText("answered 404");
  expect(await page.content()).not.toContain("canary-secret");
  const { body } = await call("GET", `/api/products/${id}/webhook`);
  expect(JSON.stringify(body)).not.toContain("canary-secret");

  await messages.getByRole("button", { name: "Remove the webhook" }).press("Enter");
  await expect(messages).toContainText("No webhook is set: nothing is sent.");
});

test("a reason to talk is shown where people look, and is gone once the matter is settled", async ({
  page,
  app,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Talking");
  const stage = { name: "Expand", startsOn: startOfYear, goals: "Ten more customers." };
  const { body: made } = await call("POST", `/api/products/${id}/stages`, stage);
  await page.goto(`/products/${id}/balance`);
  const line = page.getByTestId("reasons");
  await expect(line).toContainText(/^Time to talk: Expand began on Jan 1, \d+, and nothing is/);
  await line.getByRole("link", { name: "See why" }).press("Enter");
  await expect(page).toHaveURL(/\/agreement$/);
  const reasons = page.getByRole("region", { name: "Reasons to talk" });
  await expect(reasons.getByRole("listitem")).toHaveText([/^Expand began on Jan 1, /]);
  await expectAccessible(page, "a reason to talk");

  const shares = { feature: 65, upkeep: 35 };
  const terms = { shares, tolerance: 5, reason: "Because." };
  const proposal = { stageId: made.id, side: "pm", ...terms };
  const { body: talk } = await call("POST", `/api/products/${id}/agreements`, proposal);

  await reasons.getByRole("link", { name: "The digest" }).press("Enter");
  await expect(page).toHaveURL(/\/digest$/);
  const digest = page.getByRole("article");
  await expect(digest).toContainText("Goals: Ten more customers.");
  await expect(digest).toContainText("Expand began on Jan 1, ");
  await expect(digest).toContainText("The product manager proposes 65 ± 5 for Expand");
  await expectAccessible(page, "a digest");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as Markdown" }).press("Enter");
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^## Talking: /);
  expect(copied).toContain(`[Answer it](${app.url}/products/${id}/agreement?stage=${made.id})`);

  const accept = { side: "engineering", decision: "accept" };
  expect((await call("POST", `/api/agreements/${talk.id}/answers`, accept)).status).toBe(200);
  await page.goto(`/products/${id}/agreement`);
  await expect(reasons).toContainText("None at present.");
  const { body: triggers } = await call("GET", `/api/products/${id}/triggers`);
  expect(triggers).toEqual({ items: [], nextCursor: null });
});

test("when it asks for a talk is chosen in the settings, and kept", async ({ page, app }) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Chosen");
  await page.goto(`/products/${id}/settings`);
  const talks = page.getByRole("region", { name: "Talks" });
  await talks.getByLabel("Digest").selectOption({ label: "Every month" });
  await talks.getByLabel("Periods that ask for a talk").fill("2");
  await talks.getByRole("button", { name: "Save the talks" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(talks.getByLabel("Periods that ask for a talk")).toHaveValue("2");
  await expect(talks.getByLabel("Digest")).toHaveValue("monthly");
  const { body } = await call("GET", `/api/products/${id}`);
  expect(body).toMatchObject({ digest: "monthly", outsidePeriods: 2, outsidePeriod: "week" });
});

test("what two people change in the settings at once stays, where it is not the same", async ({
  page,
  app,
}) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Two at once");
  const path = `/api/products/${id}`;
  await page.goto(`/products/${id}/settings`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Two at once");
  await call("PATCH", path, { name: "By another", digest: "monthly" });
  await page.getByLabel("First day of the week").selectOption("Sunday");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("By another");
  await page.getByLabel("A period is").selectOption("A whole month");
  await page.getByRole("button", { name: "Save the talks" }).click();
  await expect(page.getByLabel("Digest")).toHaveValue("monthly");
  expect((await call("GET", path)).body).toMatchObject({
    ...{ name: "By another", weekStart: "sunday", digest: "monthly", outsidePeriod: "month" },
  });
});

test("answers over the API have the right status and name the field", async ({ app }) => {
  const { call, createProduct } = apiClient(app.url);
  const { id } = await createProduct("Refused");
  const product = `/api/products/${id}`;
  const fieldsOf = ({ status, body }: Awaited<ReturnType<typeof call>>) =>
    `${status} ${Object.keys(body.error.fields ?? {}).join()}`;
  const put = (url: unknown) => call("PUT", `${product}/webhook`, { url });
  expect(fieldsOf(await put("hooks.slack.com"))).toBe("400 url");
  expect(fieldsOf(await put("javascript:alert(1)"))).toBe("400 url");
  expect(fieldsOf(await put("http://hooks.example/x"))).toBe("422 url");
  expect(fieldsOf(await put("https://me:secret@hooks.example/x"))).toBe("422 url");
  expect((await call("POST", `${product}/webhook/test`)).status).toBe(404);
  expect((await call("DELETE", `${product}/webhook`)).status).toBe(204);
  const patch = (change: object) => call("PATCH", product, change);
  expect(fieldsOf(await patch({ outsidePeriods: 0 }))).toBe("400 outsidePeriods");
  expect(fieldsOf(await patch({ digest: "daily" }))).toBe("400 digest");
  expect(fieldsOf(await call("GET", `${product}/digest?format=pdf`))).toBe("400 format");
  const nowhere = "00000000-0000-4000-8000-000000000000";
  for (const path of ["triggers", "digest", "digests", "webhook"]) {
    expect((await call("GET", `/api/products/${nowhere}/${path}`)).status).toBe(404);
  }
  expect((await call("GET", `/api/digests/${nowhere}`)).status).toBe(404);
  const markdown = await fetch(`${app.url}${product}/digest?format=markdown`);
  expect(markdown.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(await markdown.text()).toMatch(/^## Refused: /);
});
