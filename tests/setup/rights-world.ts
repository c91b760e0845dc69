import type { Db } from "@/db/client";
import { insertToken } from "@/db/queries/api-tokens";
import { AppError } from "@/lib/errors";
import type { SignedIn } from "@/lib/identity/identity";
import type { Context } from "@/lib/services/context";
import { makeSecret } from "@/lib/services/secret-text";
import { makeProduct, testNow } from "@/tests/factories";
import { makePerson, openAccounts } from "./accounts-world";
import type { Place, Things } from "./askers";
import { callRoute } from "./call-route";
import { makeThings } from "./things";

class Undo extends Error {}

/** Everybody who may ask, and one of everything in each place, on a server whose every call is undone. */
export async function openRightsWorld(db: Db) {
  const own = await makeProduct(db);
  const beside = await makeProduct(db, { workspaceId: own.workspaceId });
  const foreign = await makeProduct(db);
  const server = openAccounts(db, own, refusing);
  const things: Record<Place, Things> = {
    own: await makeThings(db, own),
    beside: await makeThings(db, beside),
    foreign: await makeThings(db, foreign),
  };
  const credentials = new Map<string, Record<string, string>>();
  const signedIn = new Map<string, SignedIn>();
  await giveCredentials(own.workspaceId, foreign.workspaceId, own.id);
  // Sessions are another test's: here each call is undone, which Better Auth's own queries are not.
  server.world.identity = {
    ...server.identity,
    personOf: async (headers) => signedIn.get(headers.get("cookie") ?? "") ?? null,
  };
  const headersOf = (asker: string) => credentials.get(asker) ?? {};
  return { things, take, headersOf, close: server.close };

  async function giveCredentials(workspaceId: string, foreignId: string, productId: string) {
    const here = { workspaceId, role: null };
    const standings: Record<string, Parameters<typeof makePerson>[1]> = {
      owner: { ...here, role: "owner" },
      pm: { ...here, role: "pm" },
      engineering: { ...here, role: "engineering" },
      viewer: { ...here, role: "viewer" },
      "pm of one product": { ...here, productRoles: { [productId]: "pm" } },
      "viewer who is pm of one product": {
        ...here,
        role: "viewer",
        productRoles: { [productId]: "pm" },
      },
      "owner of another workspace": { workspaceId: foreignId, role: "owner" },
      "a person without a workspace": null,
    };
    for (const [name, standing] of Object.entries(standings)) {
      const { personId, email } = await makePerson(server, standing);
      const cookie = `session=${personId}`;
      signedIn.set(cookie, { personId, sessionId: "s", name, email });
      credentials.set(name, { cookie });
    }
    const { personId } = await makePerson(server, { workspaceId, role: "pm" });
    const tokenOf = async (change: object) => {
      const { text, secretHash } = makeSecret("token", workspaceId);
      await insertToken(db, {
        ...{ workspaceId, id: crypto.randomUUID(), secretHash, personId, name: "script" },
        ...{ scope: "write", productIds: null, createdAt: testNow, expiresAt: null },
        ...{ lastUsedAt: new Date(), ...change },
      });
      return { authorization: `Bearer ${text}` };
    };
    credentials.set("token to read", await tokenOf({ scope: "read" }));
    credentials.set("token to write", await tokenOf({}));
    credentials.set("token of one product", await tokenOf({ productIds: [productId] }));
    credentials.set("a token that is over", await tokenOf({ expiresAt: testNow }));
    const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
    credentials.set("a token that never was", bearer(makeSecret("token", workspaceId).text));
    credentials.set("a link used as a token", bearer(makeSecret("link", workspaceId).text));
    credentials.set("a session that has ended", { cookie: "session=ended" });
  }

  /** Takes a route and undoes whatever it did. */
  async function take(name: string, path: string, headers: Record<string, string>) {
    const [method = ""] = name.split(" ");
    let status = 0;
    await db
      .transaction(async (tx: Db) => {
        server.world.db = tx;
        status = (await callRoute(method, path, { headers })).status;
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    return status;
  }
}

/** With the parts of a path that name no product filled in with what there is not. */
export function pathOf(name: string, things: Things): string {
  const [, template = ""] = name.split(" ");
  const ids: Record<string, string> = { ...things, version: "0", all: "ok" };
  return template.replaceAll(/\{(\w+)\}/g, (_, part) => ids[part] ?? crypto.randomUUID());
}

const refuseAtOnce = (): never => {
  throw new AppError("conflict", "This test does nothing outside.");
};
const refuse = async () => refuseAtOnce();

/** The world outside: each way there is refused as a conflict, which is no matter of rights. */
const refusing: Partial<Context> = {
  connections: { check: refuse },
  sharedModel: refuseAtOnce,
  outgoing: { baseUrl: "http://balance.test", requireAllowed: () => undefined, post: refuse },
  sync: { start: refuse, resume: async () => undefined, intervalMinutes: 15 },
};
