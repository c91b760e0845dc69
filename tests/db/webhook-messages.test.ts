import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { mrkdwn } from "@/lib/agreements/message-text";
import { getProductWebhook } from "@/lib/services/get-product-webhook";
import { removeProductWebhook } from "@/lib/services/remove-product-webhook";
import { testProductWebhook } from "@/lib/services/test-product-webhook";
import { describeOnBothEngines } from "@/tests/setup/database";
import { openReceiver } from "@/tests/setup/message-receiver";
import { dayMs, monday } from "@/tests/setup/messages-world";
import { useMessages } from "@/tests/setup/use-messages";

describeOnBothEngines("the webhook that what a product tells goes to", (db) => {
  const { receiver, open, texts, closeAfterwards } = useMessages(db, {
    now: monday,
    digest: "off",
  });

  test("is tried again for hours while the webhook fails, and then given up; the failure is shown", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver().answer = { status: 503 };
    const waits = [1, 5, 15, 60, 240];
    await world.look();
    for (const [index, minutes] of waits.entries()) {
      world.pass(minutes * 60_000 - 1);
      await world.look();
      expect(receiver().received).toHaveLength(index + 1);
      world.pass(1);
      await world.look();
      expect(receiver().received).toHaveLength(index + 2);
    }
    expect(await world.messages()).toMatchObject([{ state: "given_up", attempts: 6 }]);
    const { webhook } = await getProductWebhook(world);
    expect(webhook?.last).toEqual({
      at: world.ctx.now().toISOString(),
      fault: `${receiver().host} answered 503. That was the last of 6 tries: it is given up.`,
    });
    receiver().answer = { status: 200 };
    world.pass(dayMs);
    await world.look();
    expect(receiver().received).toHaveLength(6);
  });

  test.each([
    [{ status: 404 }, /answered 404\. There is no such webhook any more/],
    [{ status: 302, location: "/elsewhere" }, /which is not followed/],
    [{ status: 307, location: "http://127.0.0.1:1/" }, /which is not followed/],
  ])("is not tried again where that is hopeless: %j", async (answer, words) => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver().answer = answer;
    await world.look();
    world.pass(dayMs);
    await world.look();
    expect(receiver().received.map(({ path }) => path)).toEqual(["/services/secret"]);
    expect(await world.messages()).toMatchObject([
      { state: "given_up", fault: expect.stringMatching(words) },
    ]);
  });

  test.each([null, "drop"] as const)(
    "does not hang or break by an answer that is %s",
    async (status) => {
      const world = await open({ timeoutMs: 300 });
      await world.setWebhook();
      await world.stage("2026-03-01");
      receiver().answer = { status };
      await world.look();
      expect(await world.messages()).toMatchObject([{ state: "queued", attempts: 1 }]);
    },
  );

  test("has arrived once it was taken, whatever comes after the status", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver().answer = { status: "endless" };
    await world.look();
    expect(await world.messages()).toMatchObject([{ state: "sent", attempts: 1, fault: null }]);
  });

  test("what was given up at a wrong address is told to the right one", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver().answer = { status: 404 };
    await world.look();
    expect(await world.messages()).toMatchObject([{ state: "given_up" }]);
    receiver().answer = { status: 200 };
    receiver().received.length = 0;
    await world.setWebhook();
    for (let turn = 0; turn < 2; turn += 1) await world.look();
    expect(texts()).toEqual([expect.stringMatching(/nothing is agreed for it/)]);
  });

  test("is not sent after the webhook was removed, nor what waited then to another", async () => {
    const world = await open();
    await world.setWebhook();
    const { id: stageId } = await world.stage("2026-03-01");
    receiver().answer = { status: 500 };
    await world.look();
    await removeProductWebhook(world);
    await world.agree(stageId);
    receiver().answer = { status: 200 };
    receiver().received.length = 0;
    await world.setWebhook();
    world.pass(dayMs);
    await world.look();
    expect(texts()).toEqual([]);
  });

  test("goes nowhere inside the network, unless the operator named the host", async () => {
    const world = await open({ allowed: [] });
    const refused = { code: "unprocessable", fields: { url: expect.stringMatching(/private/) } };
    await expect(world.setWebhook()).rejects.toMatchObject(refused);
    await expect(world.setWebhook("https://[::1]/x")).rejects.toMatchObject(refused);
    await expect(world.setWebhook("https://me:pw@hooks.example/x")).rejects.toMatchObject({
      fields: { url: expect.stringMatching(/without a name/) },
    });
    await world.setWebhook("https://localhost/x");
    await expect(testProductWebhook(world)).rejects.toMatchObject(refused);
    expect(receiver().received).toEqual([]);
  });

  test("a test message says that it came, or why it did not", async () => {
    const world = await open({ name: "<!channel> [x](https://evil.example)" });
    const none = { code: "not_found", message: "No webhook is set for this product." };
    await expect(testProductWebhook(world)).rejects.toMatchObject(none);
    await world.setWebhook();
    const { webhook } = await testProductWebhook(world);
    expect(webhook).toMatchObject({ host: receiver().host, last: { fault: null } });
    expect(texts()).toEqual([expect.stringContaining(mrkdwn.text(world.product.name))]);
    expect(texts()[0]).not.toContain("<!channel>");
    receiver().answer = { status: 410 };
    await expect(testProductWebhook(world)).rejects.toMatchObject({ code: "unprocessable" });
    expect((await getProductWebhook(world)).webhook?.last?.fault).toMatch(/answered 410/);
  });

  test("the address is kept sealed for its product alone, and told to nobody", async () => {
    const secret = await openReceiver("/services/canary-path");
    closeAfterwards(secret.close);
    const world = await open({ allowed: [secret.host] });
    const answers: unknown[] = [await world.setWebhook(secret.url)];
    answers.push(await testProductWebhook(world), await getProductWebhook(world));
    secret.answer = { status: 500 };
    await testProductWebhook(world).catch((error: Error) =>
      answers.push({ ...error }, error.message),
    );
    await secret.close();
    await testProductWebhook(world).catch((error: Error) =>
      answers.push({ ...error }, error.message),
    );
    expect(secret.received[0]?.path).toBe("/services/canary-path");
    expect(JSON.stringify(answers)).not.toContain("canary-path");
    const read = sql`select url from product_webhooks`;
    const [row] = await queryRows<{ url: string }>(db(), read);
    expect(row?.url).toMatch(/^v1\./);
    const { workspaceId, id: productId } = world.product;
    const { secrets } = world.ctx;
    expect(secrets.open(row?.url ?? "", { workspaceId, productId })).toBe(secret.url);
    expect(() => secrets.open(row?.url ?? "", { workspaceId, sourceId: productId })).toThrow();
  });
});
