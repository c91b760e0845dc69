import { readFileSync } from "node:fs";
import { expect, test } from "./setup/fixtures";

/** Every page and handler that was built: `/products/[productId]/balance`. */
function builtRoutes(): string[] {
  const manifest = readFileSync(".next/app-path-routes-manifest.json", "utf8");
  const routes: Record<string, string> = JSON.parse(manifest);
  return Object.values(routes).filter((route) => !route.startsWith("/_global"));
}

function headerOf(answer: Response, name: string): string {
  return answer.headers.get(name) ?? "";
}

function expectSafe(answer: Response, where: string): void {
  const policy = headerOf(answer, "content-security-policy");
  expect(policy, where).toContain("default-src 'none'");
  expect(policy, where).toContain("frame-ancestors 'none'");
  expect(policy, where).toContain("base-uri 'none'");
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(scripts, where).not.toMatch(/unsafe|https?:|\*|data:|'self'/);
  expect(headerOf(answer, "x-content-type-options"), where).toBe("nosniff");
  expect(headerOf(answer, "x-frame-options"), where).toBe("DENY");
  expect(headerOf(answer, "referrer-policy"), where).toBe("same-origin");
  expect(headerOf(answer, "cross-origin-opener-policy"), where).toBe("same-origin");
  expect(headerOf(answer, "permissions-policy"), where).toContain("camera=()");
  expect(headerOf(answer, "x-powered-by"), where).toBe("");
  // Never told over plain http, where a browser would have to ignore it.
  expect(headerOf(answer, "strict-transport-security"), where).toBe("");
}

test("every page, call, file and refusal bears the headers; every script its answer's own nonce", async ({
  sample: productId,
  app,
}) => {
  const routes = builtRoutes();
  expect(routes.length).toBeGreaterThan(60);
  const nonces = new Set<string>();
  let pages = 0;
  for (const route of [...routes, "/nothing", "/api/nothing", "/_next/static/nothing.js"]) {
    const path = route
      .replace("[productId]", productId)
      .replaceAll(/\[[^\]]+\]/g, "00000000-0000-4000-8000-00000000dead");
    const answer = await fetch(`${app.url}${path}`, { redirect: "manual" });
    expectSafe(answer, path);
    const isFile = path.startsWith("/_next/") || path.endsWith(".svg");
    if (!isFile) expect(headerOf(answer, "cache-control"), path).toContain("no-store");
    if (!headerOf(answer, "content-type").startsWith("text/html")) {
      await answer.body?.cancel();
      continue;
    }
    pages += 1;
    const nonce = /'nonce-([^']+)'/.exec(headerOf(answer, "content-security-policy"))?.[1] ?? "";
    nonces.add(nonce);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    const strange = scripts.filter((script) => !script.includes(`nonce="${nonce}"`));
    expect(strange, path).toEqual([]);
  }
  expect(pages).toBeGreaterThan(20);
  expect(nonces.size, "a nonce is used once").toBe(pages);
});

test("a client cannot choose the nonce", async ({ app }) => {
  const chosen = "Y2hvc2VuIGJ5IHNvbWVib2R5";
  const answer = await fetch(`${app.url}/new`, {
    headers: {
      "x-nonce": chosen,
      "content-security-policy": `script-src 'nonce-${chosen}'`,
      "content-security-policy-report-only": `script-src 'nonce-${chosen}'`,
    },
  });
  expectSafe(answer, "/new");
  expect(headerOf(answer, "content-security-policy")).not.toContain(chosen);
  expect(await answer.text()).not.toContain(chosen);
});

test("what is written into a page runs neither as a script nor as a handler", async ({ page }) => {
  // A page of its own: what is forbidden here is meant to be.
  const violations: string[] = [];
  const bare = await page.context().newPage();
  bare.on("console", (message) => violations.push(message.text()));
  await bare.goto("/new");
  const ran = await bare.evaluate(async () => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<img src="x" onerror="window.ran = 'handler'"><a id="go" href="javascript:window.ran='link'">x</a>`,
    );
    document.body.insertAdjacentHTML("beforeend", "<script>window.ran = 'script'</script>");
    document.getElementById("go")?.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return Reflect.get(window, "ran") ?? null;
  });
  expect(ran).toBeNull();
  expect(violations.join("\n")).toMatch(/Content Security Policy/);
});
