import { request } from "node:http";
import { routes } from "@/lib/contracts/routes";
import { openSample } from "./setup/connect-repository";
import { expect, test } from "./setup/fixtures";

type Asked = { method: string; path: string; headers?: Record<string, string>; body?: Buffer };

/** Over a plain socket, so that any header may be sent; a body goes in pieces, without its length. */
function send(url: string, { method, path, headers = {}, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      response.resume().once("close", () => resolve(response.statusCode ?? 0));
    });
    asked.once("error", (error) => {
      // The server may answer and hang up while a body is on its way.
      if ("code" in error && ["EPIPE", "ECONNRESET"].includes(`${error.code}`)) resolve(0);
      else reject(error);
    });
    for (let at = 0; body && at < body.length; at += 65_536)
      asked.write(body.subarray(at, at + 65_536));
    asked.end();
  });
}

/** Every call that changes something, with a product that there is in its address. */
function changingCalls(productId: string) {
  return routes
    .filter(({ method, path }) => method !== "get" && !path.includes("/webhooks/"))
    .map(({ method, path, body }) => ({
      method: method.toUpperCase(),
      readsBody: body !== undefined,
      path: path
        .replace("{productId}", productId)
        .replace(/^(\/api\/products\/)\{[^}]+\}/, `$1${productId}`)
        .replaceAll(/\{[^}]+\}/g, "00000000-0000-4000-8000-00000000dead"),
    }));
}

test("what comes from elsewhere, is malformed or too large is refused, and nothing is written", async ({
  page,
  app,
}) => {
  const productId = await openSample(page);
  const place = `/api/products/${productId}`;
  const stored = async () => {
    const parts = ["", "/items?limit=200", "/rules", "/notes", "/stages", "/teams", "/agreements"];
    const answers = await Promise.all(
      parts.map(async (part) => (await fetch(`${app.url}${place}${part}`)).text()),
    );
    return [...answers, await (await fetch(`${app.url}/api/products`)).text()];
  };
  const before = await stored();
  const calls = changingCalls(productId);
  expect(calls.length).toBeGreaterThan(30);
  const own = new URL(app.url);
  const json = { "content-type": "application/json" };
  const large = Buffer.from(`{"name":"${"x".repeat(3 * 1024 * 1024)}"}`);
  for (const call of calls) {
    const where = `${call.method} ${call.path}`;
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example", "content-type": "text/plain" },
      { origin: "null" },
      { origin: `http://${own.hostname}:1` },
      { origin: `https://${own.host}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { host: "evil.example" },
      { host: `evil.example:${own.port}`, "x-forwarded-host": own.host },
    ];
    for (const headers of foreign) {
      const body = call.method === "DELETE" ? {} : { body: Buffer.from("{}") };
      const status = await send(app.url, { ...call, headers, ...body });
      expect(status, `${where} ${JSON.stringify(headers)}`).toBe(403);
    }
    if (!call.readsBody) continue;
    for (const body of [
      Buffer.from("{"),
      Buffer.from("[]"),
      Buffer.from("null"),
      Buffer.from([0x7b, 0xff, 0x7d]),
      Buffer.from('{"name":"a\\u0000b"}'),
      Buffer.from('{"__proto__":{"polluted":true},"unknown":1}'),
      Buffer.from(`{"name":${"[".repeat(100_000)}`),
      large,
    ]) {
      const status = await send(app.url, { ...call, headers: json, body });
      // Calls without a body, and those of what is not there, say that instead.
      expect([0, 400, 404, 409, 422], `${where} ${body.subarray(0, 40)}`).toContain(status);
    }
  }
  expect(await stored()).toEqual(before);
});

test("addresses that no router expects are refused like others", async ({ app }) => {
  for (const path of [
    "/api/products/%00",
    "/api/products/%ff/items",
    "/api/products/..%2f..%2fetc%2fpasswd",
    "/api/products/__proto__",
    `/api/items/${"a".repeat(4_000)}`,
    "/api/products/%u0000/balance",
    `/api/products?cursor=${"a".repeat(499)}`,
    "/products/%ff/balance?x=%ff",
    "/api/products?cursor=%00",
    "/api/portfolio?from=%F0%9F",
    "//evil.example/api/products",
  ]) {
    const status = await send(app.url, { method: "GET", path });
    expect(status, path).toBeGreaterThanOrEqual(200);
    expect(status, path).toBeLessThan(500);
  }
});

test("a product's address leads to its balance with a view in whatever script", async ({
  sample: productId,
  app,
}) => {
  for (const text of ["größe", "日本語", "متجر", "💶", "\uFFFD", 'a"<b>&\r\nx: 1']) {
    const asked = new URLSearchParams({ label: text });
    const address = `${app.url}/products/${productId}?${asked}`;
    const answer = await fetch(address, { redirect: "manual" });
    expect(answer.status, text).toBe(307);
    const location = new URL(answer.headers.get("location") ?? "", app.url);
    expect(location.pathname).toBe(`/products/${productId}/balance`);
    expect(location.searchParams.get("label")).toBe(text);
  }
});

test("a method that nothing answers is refused before anything looks at it", async ({ app }) => {
  const before = app.output();
  for (const method of ["TRACE", "PROPFIND", "MKCOL", "PURGE", "SEARCH"]) {
    for (const path of ["/api/products", "/", "/_next/static/x.js"]) {
      expect(await send(app.url, { method, path }), `${method} ${path}`).toBe(405);
    }
  }
  expect(app.output()).toBe(before);
});

test("a path of the API refuses a method it has not in the contract's form, as it does what is none", async ({
  app,
}) => {
  const ask = async (method: string, path: string) => {
    const answer = await fetch(`${app.url}${path}`, { method });
    return { status: answer.status, allow: answer.headers.get("allow"), text: await answer.text() };
  };
  const refused = {
    status: 405,
    text: expect.stringContaining('{"error":{"code":"method_not_allowed"'),
  };
  const allow = "GET, HEAD, OPTIONS, POST";
  expect(await ask("DELETE", "/api/products")).toEqual({ ...refused, allow });
  expect(await ask("POST", "/api/health")).toEqual({ ...refused, allow: "GET, HEAD, OPTIONS" });
  // What Next says of itself is what is told in its place.
  for (const path of ["/api/products", "/api/health", "/api/sign-in", "/api/sources/check"]) {
    const options = await ask("OPTIONS", path);
    expect(options.status, path).toBe(204);
    expect((await ask("DELETE", path)).allow, path).toBe(options.allow);
  }
  expect(await ask("HEAD", "/api/products")).toMatchObject({ status: 200, text: "" });
  for (const path of ["/api", "/api/", "/api?x=1", "/api/nowhere"]) {
    const text = expect.stringContaining('{"error":{"code":"not_found"');
    expect(await ask("GET", path), path).toMatchObject({ status: 404, text });
    expect(await ask("POST", path.replace(/\/$/, "")), path).toMatchObject({ status: 404, text });
  }
});

test("a page shows nothing to a name that was bound to this machine anew", async ({
  sample: productId,
  app,
}) => {
  const { host } = new URL(app.url);
  const product = `/products/${productId}`;
  const pages = ["/", "/portfolio", "/new", `${product}/balance`, `${product}/items`];
  for (const path of pages) {
    const ask = (name: string) => send(app.url, { method: "GET", path, headers: { host: name } });
    expect(await ask(`evil.example:${new URL(app.url).port}`), path).toBe(404);
    expect([200, 307], path).toContain(await ask(host));
  }
});
