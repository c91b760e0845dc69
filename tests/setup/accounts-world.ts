import type { Db } from "@/db/client";
import { insertMembership } from "@/db/queries/memberships";
import { findPersonByEmail, insertPerson } from "@/db/queries/people";
import type { ProductRow } from "@/db/schema";
import type { ProductRole, Role } from "@/lib/domain/role";
import { createIdentity } from "@/lib/identity/identity";
import type { Context } from "@/lib/services/context";
import { testNow } from "@/tests/factories";
import { callRoute, type Sent } from "./call-route";
import { contextOf } from "./context";

export const password = "correct horse battery";

/** What the routes find in the process. */
type Holder = { backlogBalanceRuntime?: Promise<unknown> | undefined };

/** A server with accounts on, as far as its routes can tell; the time can be set. */
export function openAccounts(db: Db, product: ProductRow, change: Partial<Context> = {}) {
  const identity = createIdentity({
    db,
    secret: "a secret that only tests know, long enough",
    baseUrl: "http://balance.test",
    providers: { github: null, oidc: null },
    fetch: globalThis.fetch,
    onError: (message) => {
      throw new Error(message);
    },
  });
  const { actor: _, ...world } = contextOf(db, product, {
    identity,
    now: () => new Date(),
    // Looked up at each call: a test may put a transaction in its place.
    dbOf: () => world.db,
    ...change,
  });
  const holder = globalThis as Holder;
  const failures: unknown[] = [];
  const log = { error: (told: unknown) => void failures.push(told) };
  holder.backlogBalanceRuntime = Promise.resolve({
    world,
    database: { requestsOf: (workspaceId: string) => world.dbOf(workspaceId) },
    log,
  });
  const close = () => {
    holder.backlogBalanceRuntime = undefined;
  };
  return { world, identity, failures, close };
}

let made = 0;
let hashed: Promise<string> | null = null;

/** Somebody with a password, who belongs to the workspace as what is given; or to none. */
export async function makePerson(
  { world, identity }: Pick<ReturnType<typeof openAccounts>, "world" | "identity">,
  standing: {
    workspaceId: string;
    role: Role | null;
    productRoles?: Record<string, ProductRole>;
  } | null,
): Promise<{ personId: string; email: string; name: string }> {
  const name = `Person ${++made}`;
  const email = `person-${made}-${crypto.randomUUID()}@example.com`;
  const personId = crypto.randomUUID();
  hashed ??= identity.hash(password);
  const person = { id: personId, name, email, passwordHash: await hashed, at: testNow };
  await insertPerson(world.db, person);
  if (standing) {
    const { workspaceId, role, productRoles = {} } = standing;
    const row = { workspaceId, personId, role, productRoles, createdAt: testNow };
    await insertMembership(world.db, row);
  }
  return { personId, email, name };
}

/** The cookies of a new session of theirs. */
export async function signInAs(
  { world, identity }: Pick<ReturnType<typeof openAccounts>, "world" | "identity">,
  email: string,
): Promise<string> {
  const person = await findPersonByEmail(world.db, email);
  const given = { email, password, address: "192.0.2.1", userAgent: "tests" };
  const session = person && (await identity.signIn(given));
  if (!session) throw new Error(`${email} could not sign in.`);
  return cookieOf(session.cookies);
}

/** What a browser sends back of cookies that were set. */
export function cookieOf(set: readonly string[]): string {
  return set.map((cookie) => cookie.split(";")[0]).join("; ");
}

/** As `callRoute`, with the cookies of a session. */
export function callWith(cookie: string, method: string, path: string, sent: Sent = {}) {
  return callRoute(method, path, { ...sent, headers: { ...sent.headers, cookie } });
}
