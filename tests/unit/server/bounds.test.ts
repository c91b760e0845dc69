import { expect, test } from "vitest";
import { errorAnswer } from "@/app/_server/error-answer";
import { readBytes, readText } from "@/app/_server/read-bytes";
import { readBody } from "@/app/_server/route";
import { createTurns } from "@/app/_server/turns";
import { createProductSchema } from "@/lib/contracts/products";
import { AppError } from "@/lib/errors";

/** A body that is made as it is read, of a length that no header tells. */
function endless(piece: Uint8Array, headers: Record<string, string> = {}) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += piece.length;
      controller.enqueue(piece);
    },
  });
  const init = { method: "POST", body, headers, duplex: "half" };
  return { request: new Request("http://127.0.0.1/api/products", init), sent: () => sent };
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  new Request("http://127.0.0.1/api/products", { method: "POST", body, headers });

test("a body without an end and without a length is let go a little past what is accepted", async () => {
  const { request, sent } = endless(new Uint8Array(64 * 1024));
  await expect(readBytes(request, 1)).rejects.toMatchObject({ code: "invalid_request" });
  expect(sent()).toBeLessThan(1.25 * 1024 * 1024);
});

test("a body that says it is too long is not read at all; one that lies is counted", async () => {
  const announced = endless(new Uint8Array(1024), { "content-length": `${2 ** 21}` });
  await expect(readBytes(announced.request, 1)).rejects.toThrow("larger than 1 MiB");
  expect(announced.sent()).toBeLessThanOrEqual(2048);
  const lying = endless(new Uint8Array(512 * 1024), { "content-length": "10" });
  await expect(readBytes(lying.request, 1)).rejects.toThrow("larger than 1 MiB");
});

test.each([
  ["no JSON", "{", "The body is not JSON."],
  ["nothing", "", "The body is not JSON."],
  ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "The body is not UTF-8."],
  ["nesting without an end", `{"name":${"[".repeat(500_000)}`, "The body is not JSON."],
])("a body that is %s is refused in words", async (_what, body, message) => {
  const reading = readBody(post(body), createProductSchema);
  await expect(reading).rejects.toMatchObject({ code: "invalid_request", message });
});

test("deep nesting that is JSON is refused as any other wrong input, and names nothing inherited", async () => {
  const deep = `{"name":${"[".repeat(5_000)}${"]".repeat(5_000)}}`;
  await expect(readBody(post(deep), createProductSchema)).rejects.toMatchObject({
    code: "invalid_request",
    fields: { name: expect.any(String) },
  });
  const polluted = '{"name":"Shop","__proto__":{"polluted":true},"constructor":{"x":1}}';
  await expect(readBody(post(polluted), createProductSchema)).rejects.toThrow();
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test.each([
  ["a value", { name: "a\u0000b" }, "name"],
  ["half a character", { name: "\ud83d" }, "name"],
  ["a value inside", { name: "Shop", source: { token: "x\u0000" } }, "source.token"],
  ["one of a list", { name: ["a", ["\udc00"]] }, "name"],
  ["a name", { source: { resolutions: { "\u0000": "done" } } }, "source.resolutions"],
])("what no column holds is refused wherever it stands: %s", async (_what, body, field) => {
  await expect(readBody(post(JSON.stringify(body)), createProductSchema)).rejects.toMatchObject({
    code: "invalid_request",
    fields: { [field]: expect.stringContaining("NUL") },
  });
});

test("a text is read whole where a character lies across two pieces", async () => {
  const bytes = new TextEncoder().encode("a😀b");
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, ++at));
      else controller.close();
    },
  });
  const init = { method: "POST", body, duplex: "half" };
  expect(await readText(new Request("http://127.0.0.1/", init), 1)).toBe("a😀b");
});

test("turns are counted of one caller and of all, and an end that comes twice counts once", () => {
  const turns = createTurns({ ofOne: 2, ofAll: 3 });
  const [first, second] = [turns.begin("ada"), turns.begin("ada")];
  expect(turns.begin("ada")).toBeNull();
  expect(turns.begin("grace")).not.toBeNull();
  expect(turns.begin("edsger"), "all together").toBeNull();
  first?.();
  first?.();
  expect(turns.begin("ada")).not.toBeNull();
  expect(turns.begin("ada")).toBeNull();
  second?.();
});

test("what is refused for a while says for how long; a cut-off statement is 503 in words", async () => {
  const limited = await errorAnswer(
    new AppError("rate_limited", "Too much.", { retryAfterSeconds: 7 }),
  );
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
  const cancelled = Object.assign(new Error("canceling statement"), { code: "57014" });
  const wrapped = new Error("Failed query: select secrets\nparams: 1", { cause: cancelled });
  const late = await errorAnswer(wrapped);
  expect([late.status, late.headers.get("retry-after")]).toEqual([503, "30"]);
  expect(await late.text()).toMatch(/needs too long/);
});
