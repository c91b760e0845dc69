import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tellMethods } from "@/app/_server/wrong-method";
import { routeRights } from "@/lib/rights/route-rights";
import { refusalOf, sendAnswer } from "@/scripts/serve/wrong-method.mjs";

const every = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

/** What the script that serves sends, with 299 in place of what it hands on to Next. */
const server = createServer((asked, response) => {
  const refusal = refusalOf(asked);
  if (refusal === null) response.writeHead(299).end();
  else void sendAnswer(response, refusal);
});
beforeAll(async () => {
  tellMethods();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, "__backlogBalanceRefusal");
  server.close();
});

type Answer = { status: number; allow: string | undefined; type: string | undefined; text: string };

/** Not by fetch, which sends no TRACE. */
function ask(method: string, path: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, method, path }, (response) => {
      let text = "";
      const { allow, "content-type": type } = response.headers;
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, allow, type, text }));
    });
    asked.once("error", reject);
    asked.end();
  });
}

test("every path of the API refuses the methods it has not, naming those it has", async () => {
  const paths = new Set(Object.keys(routeRights).map((name) => name.split(" ")[1] ?? ""));
  for (const template of paths) {
    const rows = every.filter((method) => `${method} ${template}` in routeRights);
    const allowed = [...rows, "OPTIONS", ...(rows.includes("GET") ? ["HEAD"] : [])].sort();
    const path = template.replaceAll(/\{\w+\}/g, "1");
    for (const method of every) {
      const { status, allow, type, text } = await ask(method, `${path}?format=csv`);
      const where = `${method} ${path}`;
      expect(status, where).toBe(allowed.includes(method) ? 299 : 405);
      if (status === 299) continue;
      expect(allow, where).toBe(allowed.join(", "));
      expect(type, where).toBe("application/json");
      if (method === "HEAD") continue;
      const { error } = JSON.parse(text);
      expect(error.code, where).toBe("method_not_allowed");
      expect(error.message, where).toContain(method);
    }
  }
});

test("a fixed path is not taken for a thing of its kind", async () => {
  expect(await ask("GET", "/api/products/sample")).toMatchObject({ allow: "OPTIONS, POST" });
  expect(await ask("DELETE", "/api/sources/check")).toMatchObject({ allow: "OPTIONS, POST" });
});

test("a path that is none says so by any method, but for one that nothing answers", async () => {
  for (const path of ["/api", "/api/nowhere", "/api?x", "/api/products/%ff"]) {
    expect((await ask("DELETE", path)).status, path).toBe(299);
    expect(await ask("TRACE", path), path).toMatchObject({ status: 405, type: "application/json" });
  }
});

test("pages are left to others", async () => {
  for (const path of ["/", "/apiary", "/products/1/balance", "/_next/static/x.js"]) {
    expect((await ask("DELETE", path)).status, path).toBe(299);
  }
});
