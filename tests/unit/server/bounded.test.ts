import { expect, test } from "vitest";
import { exporting, inTurn, readingAll } from "@/app/_server/bounded";
import { itemsFile } from "@/app/_server/items-file";
import { nobody } from "@/lib/rights/actor";
import type { Context } from "@/lib/services/context";
import { listedItem } from "@/tests/setup/listed-item";

let callers = 0;

type Asking = { ctx: Context; request: Request };

/** Only what the bounds look at. */
function caller(role = "owner", address = `198.51.100.${callers}`): Asking {
  const actor = { kind: "member", workspaceId: `workspace ${++callers}`, name: "ada", role };
  const ctx = { actor, trustProxy: false } as Partial<Context> as Context;
  const headers = { "x-balance-address": address };
  return { ctx, request: new Request("http://balance.test", { headers }) };
}

function held() {
  let end = (_answer: Response) => {};
  const answer = new Promise<Response>((resolve) => {
    end = resolve;
  });
  return { answer: () => answer, end: () => end(new Response()) };
}

const tooMuch = {
  code: "rate_limited",
  retryAfterSeconds: expect.any(Number),
};

const fromHere = ({ ctx }: Asking, answer: () => Promise<Response>) =>
  inTurn(ctx, "192.0.2.1", answer);

test.each([
  ["requests", fromHere, 200],
  ["whole-product readings", readingAll, 8],
])("of one caller so many %s are under way at once; another's are answered", async (...row) => {
  const [, bounded, most] = row;
  const [ctx, other] = [caller(), caller()];
  const first = held();
  const under = Array.from({ length: most }, () => bounded(ctx, first.answer));
  await expect(bounded(ctx, async () => new Response())).rejects.toMatchObject(tooMuch);
  await expect(bounded(other, async () => new Response())).resolves.toBeInstanceOf(Response);
  first.end();
  await Promise.all(under);
  await expect(bounded(ctx, async () => new Response())).resolves.toBeInstanceOf(Response);
});

test("strangers at one address do not keep out those at another", async () => {
  const ctx = { ...caller().ctx, actor: nobody };
  const first = held();
  const under = Array.from({ length: 50 }, () => inTurn(ctx, "192.0.2.1", first.answer));
  const answered = async () => new Response();
  await expect(inTurn(ctx, "192.0.2.1", answered)).rejects.toMatchObject(tooMuch);
  await expect(inTurn(ctx, "192.0.2.2", answered)).resolves.toBeInstanceOf(Response);
  first.end();
  await Promise.all(under);
});

test("a request that fails has ended all the same", async () => {
  const ctx = caller();
  for (let turn = 0; turn < 20; turn += 1) {
    const failing = readingAll(ctx, async () => {
      throw new Error("mine");
    });
    await expect(failing).rejects.toThrow("mine");
  }
});

async function* batches(count: number, failsAt = -1) {
  for (let at = 0; at < count; at += 1) {
    if (at === failsAt) throw new Error("mine");
    yield [listedItem({ id: `${at}` })];
  }
}

test("an export ends its turn when it is read, when it fails, and when its reader leaves", async () => {
  const ctx = caller();
  for (let turn = 0; turn < 10; turn += 1) {
    const file = await itemsFile("ndjson", exporting(ctx, batches(5))).text();
    expect(file.trim().split("\n")).toHaveLength(5);
    await expect(itemsFile("csv", exporting(ctx, batches(5, 2))).text()).rejects.toThrow("mine");
    const reader = itemsFile("ndjson", exporting(ctx, batches(1_000))).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await itemsFile("csv", exporting(ctx, batches(1_000))).body?.cancel();
  }
});

test("the ninth export at once is refused before it has begun", () => {
  const ctx = caller();
  for (let at = 0; at < 8; at += 1) exporting(ctx, batches(5));
  expect(() => exporting(ctx, batches(5))).toThrow(expect.objectContaining(tooMuch));
});

test("accounts at one address share its turns; its owner and other addresses have their own", async () => {
  const first = held();
  const under = Array.from({ length: 16 }, () =>
    readingAll(caller("viewer", "192.0.2.9"), first.answer),
  );
  const answered = async () => new Response();
  const here = caller("viewer", "192.0.2.9");
  await expect(readingAll(here, answered)).rejects.toMatchObject(tooMuch);
  await expect(readingAll(caller("owner", "192.0.2.9"), answered)).resolves.toBeDefined();
  await expect(readingAll(caller("viewer", "192.0.2.10"), answered)).resolves.toBeDefined();
  first.end();
  await Promise.all(under);
  // What was refused there has not kept its caller's own turn.
  for (let turn = 0; turn < 20; turn += 1) {
    await expect(readingAll(here, answered)).resolves.toBeDefined();
  }
});
