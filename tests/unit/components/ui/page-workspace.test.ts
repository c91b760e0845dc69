import { afterEach, beforeEach, expect, it, vi } from "vitest";

/** What each call was sent with, of a page whose server answers as told. */
async function openPage(answer: () => Response = () => Response.json({})) {
  const sent: [string, string | null][] = [];
  vi.stubGlobal("fetch", async (path: string, { headers }: RequestInit) => {
    sent.push([path, new Headers(headers).get("x-workspace")]);
    return answer();
  });
  const { getJson, sendJson } = await import("@/components/ui/api");
  const page = await import("@/components/ui/page-workspace");
  const { returnToPage } = await import("@/components/accounts/return-to-page");
  return { ...page, sent, getJson, sendJson, returnToPage };
}

// Each page is a document of its own.
beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

const refusal = (status: number, fields: Record<string, string>) =>
  Response.json({ error: { code: "conflict", message: "Not here.", fields } }, { status });

it("every call tells of which workspace the page is, but for those of the session", async () => {
  const { sent, getJson, sendJson, keepPageWorkspace } = await openPage();
  await getJson("/api/me");
  keepPageWorkspace("w1");
  await getJson("/api/me");
  await sendJson("DELETE", "/api/members/p1");
  await sendJson("POST", "/api/tokens", { name: "script" });
  await sendJson("PUT", "/api/me/workspace", { workspaceId: "w2" });
  await sendJson("POST", "/api/sign-out");
  expect(sent).toEqual([
    ["/api/me", null],
    ["/api/me", "w1"],
    ["/api/members/p1", "w1"],
    ["/api/tokens", "w1"],
    ["/api/me/workspace", null],
    ["/api/sign-out", null],
  ]);
});

it("a page is left where the server says so, and by no other conflict", async () => {
  let answer = refusal(409, { version: "Somebody was first." });
  const page = await openPage(() => answer);
  const told: boolean[] = [];
  page.subscribeToPageWorkspace(() => told.push(page.pageWorkspaceIsLeft()));
  page.keepPageWorkspace("w1");
  await expect(page.getJson("/api/members")).rejects.toThrow("Not here.");
  expect([told, page.pageWorkspaceIsLeft()]).toEqual([[], false]);
  answer = refusal(409, { "x-workspace": "Not here." });
  await expect(page.getJson("/api/members")).rejects.toThrow("Not here.");
  expect([told, page.pageWorkspaceIsLeft()]).toEqual([[true], true]);
});

it("what was read of one workspace is never sent as another's", async () => {
  const { sent, getJson, keepPageWorkspace, pageWorkspaceIsLeft } = await openPage();
  keepPageWorkspace("w1");
  keepPageWorkspace("w1");
  expect(pageWorkspaceIsLeft()).toBe(false);
  keepPageWorkspace("w2");
  expect(pageWorkspaceIsLeft()).toBe(true);
  await getJson("/api/members");
  expect(sent).toEqual([["/api/members", "w1"]]);
});

it("a session that begins on the page goes on in the page's workspace", async () => {
  const page = await openPage(() => Response.json({ personId: "ada" }));
  page.keepPageWorkspace("w2");
  expect(await page.returnToPage({ personId: "ada", workspaceId: "w2" })).toBe(true);
  expect(page.sent.map(([path]) => path)).toEqual(["/api/me/workspace", "/api/me"]);
  expect(await page.returnToPage({ personId: "bob", workspaceId: "w2" })).toBe(false);
});

it.each([
  [404, false],
  // To who belongs to no workspace any more: whoever asks has signed in just now.
  [401, false],
  [500, "Not here."],
])("a workspace that answers %d is not gone on in", async (status, outcome) => {
  const page = await openPage(() => refusal(status, {}));
  const going = page.returnToPage({ personId: "ada", workspaceId: "w2" });
  if (outcome === false) expect(await going).toBe(false);
  else await expect(going).rejects.toThrow("Not here.");
  expect(page.sent).toHaveLength(1);
});
