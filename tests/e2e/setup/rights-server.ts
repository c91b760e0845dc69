import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "better-auth/crypto";
import postgres from "postgres";
import type { Db } from "@/db/client";
import { openServer } from "@/db/open-server";
import { insertToken } from "@/db/queries/api-tokens";
import { insertMembership } from "@/db/queries/memberships";
import { insertPerson } from "@/db/queries/people";
import { allWorkspaces, workspaceSetting } from "@/db/row-security";
import type { ProductRow } from "@/db/schema";
import type { Role } from "@/lib/domain/role";
import { makeSecret } from "@/lib/services/secret-text";
import { makeProduct } from "@/tests/factories";
import { makeThings } from "@/tests/setup/things";
import { type RunningApp, startApp } from "./start-app";

const password = "correct horse battery";

/** What no answer to who may not see it holds: the products' names. */
export const secretWords = { own: "Falcon of our own", foreign: "Heron of theirs" };

/** What was built, started with accounts on a database of its own, with one of everything in two workspaces. */
export async function openRightsServer(serverUrl: string) {
  const database = await createDatabase(serverUrl);
  const seeded = await seed(database.url);
  const dataDir = mkdtempSync(join(tmpdir(), "balance-rights-"));
  const secretKey = "a key for the tests of rights over http";
  const settings = { dataDir, databaseUrl: database.url, secretKey, accounts: true };
  const app = await startApp({ ...settings, logLevel: "error" });
  const credentials = new Map<string, Record<string, string>>(seeded.secrets);
  for (const [name, email] of seeded.emails) {
    credentials.set(name, { cookie: await signIn(app, email) });
  }
  const headersOf = (asker: string) => credentials.get(asker) ?? {};
  const link = await makeLink(app, seeded.things.own.productId, headersOf("pm"));
  credentials.set("a link used as a token", { authorization: `Bearer ${link}` });
  const close = async () => {
    await app.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: app.url, things: seeded.things, link, headersOf, digest: database.digest, close };
}

async function signIn(app: RunningApp, email: string): Promise<string> {
  const answer = await fetch(`${app.url}/api/sign-in`, {
    method: "POST",
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 204) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function seed(url: string) {
  const opened = await openServer(url);
  const { db } = opened;
  const own = await makeProduct(db, { name: secretWords.own });
  const foreign = await makeProduct(db, { name: secretWords.foreign });
  const things = { own: await makeThings(db, own), foreign: await makeThings(db, foreign) };
  const passwordHash = await hashPassword(password);
  const emails = new Map<string, string>();
  const person = async (name: string, { workspaceId }: ProductRow, role: Role) => {
    const [id, createdAt] = [crypto.randomUUID(), new Date()];
    const email = `${id}@example.com`;
    await insertPerson(db, { id, name, email, passwordHash, at: createdAt });
    await insertMembership(db, { workspaceId, personId: id, role, productRoles: {}, createdAt });
    emails.set(name, email);
    return id;
  };
  for (const role of ["owner", "pm", "engineering", "viewer"] as const) {
    await person(role, own, role);
  }
  await person("owner of another workspace", foreign, "owner");
  const scripter = await person("somebody with scripts", own, "pm");
  const secrets: [string, Record<string, string>][] = [
    ["token to read", await token(db, own, scripter, "read")],
    ["token to write", await token(db, own, scripter, "write")],
  ];
  await opened.close();
  return { things, emails, secrets };
}

async function token(
  db: Db,
  { workspaceId }: ProductRow,
  personId: string,
  scope: "read" | "write",
) {
  const { text, secretHash } = makeSecret("token", workspaceId);
  await insertToken(db, {
    ...{ workspaceId, id: crypto.randomUUID(), secretHash, personId, name: scope, scope },
    ...{ productIds: null, createdAt: new Date(), expiresAt: null, lastUsedAt: null },
  });
  return { authorization: `Bearer ${text}` };
}

/** The secret of a link to a view of the balance, which its maker is asked for. */
async function makeLink(app: RunningApp, productId: string, headers: Record<string, string>) {
  const wish = { kind: "balance", productId, query: "", days: 1 };
  const body = JSON.stringify(wish);
  const answer = await fetch(`${app.url}/api/links`, { method: "POST", headers, body });
  const { url } = await answer.json();
  return new URL(url).pathname.replace("/shared/", "");
}

async function createDatabase(serverUrl: string) {
  const name = `balance_rights_${process.pid}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
  return { url: url.href, digest: () => digestOf(url.href), drop };
}

/** What people and trackers have written, in a few letters a table; not who is signed in, or when. */
async function digestOf(url: string): Promise<Record<string, string>> {
  const connection = { [workspaceSetting]: allWorkspaces };
  const client = postgres(url, { max: 1, connection, onnotice: () => undefined });
  const tables = await client`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'identity')
      and tablename not in ('sessions', 'attempts', 'verifications')`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const row = "to_jsonb(t) - 'last_used_at'";
    const [found] = await client.unsafe(
      `select count(*)::text || md5(string_agg((${row})::text, ',' order by (${row})::text)) as all from ${name} t`,
    );
    digests[name] = String(found?.all);
  }
  await client.end();
  return digests;
}
