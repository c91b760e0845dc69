import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { createGithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";
import { apiClient } from "./setup/api-client";
import { type AppSettings, startApp } from "./setup/start-app";

const server = process.env.TEST_DATABASE_URL;
const random = () => randomBytes(12).toString("hex");
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

/** One of each kind, all different, none of a form that a pattern could know. */
const canaries = {
  github: `canary-github-${random()}`,
  refused: `canary-refused-${random()}`,
  jira: `canary-jira-${random()}`,
  webhook: `canary-webhook-${random()}`,
  secretKey: `canary-secret-key-${random()}-${random()}`,
  password: `canary-password-${random()}`,
  appKeyLine: privateKey.split("\n")[3] ?? "",
};

/** As it is, and as headers, addresses and JSON may carry it. */
const forms = Object.entries(canaries).flatMap(([name, secret]) => [
  { name, text: secret },
  { name: `${name} in base64`, text: Buffer.from(secret).toString("base64").slice(0, -4) },
]);

function hits(where: string, content: string | Buffer): string[] {
  return forms.filter(({ text }) => content.includes(text)).map(({ name }) => `${where}: ${name}`);
}

type Answer = (request: IncomingMessage, response: ServerResponse, told: string) => void;

/** A tracker that hands back what it was sent, in every place that an answer has. */
const tellTales: Answer[] = [
  (_request, response, told) => response.writeHead(401).end(JSON.stringify({ message: told })),
  (_request, response, told) => response.writeHead(403, { "x-told": told }).end(told),
  (_request, response, told) => response.writeHead(404, told).end(JSON.stringify({ error: told })),
  (_request, response, told) => response.writeHead(500, told).end(`<html>${told}</html>`),
  (_request, response, told) => response.writeHead(200).end(JSON.stringify({ full_name: told })),
  (_request, response, told) => response.writeHead(200).end(`{"${told}":`),
  (_request, response, told) =>
    response.writeHead(302, { location: `https://hostile.invalid/?t=${told}` }).end(),
  (_request, response, told) =>
    response.writeHead(429, { "retry-after": "1", "x-told": told }).end(told),
  (_request, response, told) =>
    response.writeHead(200, { "content-encoding": "gzip", "x-told": told }).end(told),
  (request) => request.socket.destroy(),
];

async function startTellTale(): Promise<{ host: string; next: () => void; server: Server }> {
  let at = 0;
  const told = ({ headers }: IncomingMessage) =>
    `${headers.authorization ?? ""}`.replace(/^\w+ /, "").replaceAll(/[^\w-]/g, "");
  const listening = createServer((request, response) => {
    tellTales[at % tellTales.length]?.(request, response, told(request));
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const next = () => {
    at += 1;
  };
  return { host: `127.0.0.1:${port}`, next, server: listening };
}

/** Pushes every canary through whatever takes one, with success and with every failure. */
async function exercise(settings: AppSettings): Promise<string[]> {
  const found: string[] = [];
  const tellTale = await startTellTale();
  const standIn = createGithubStandIn({
    repositories: [smallRepository()],
    tokens: { [canaries.github]: "all" },
  });
  await standIn.start();
  const allowedHosts = `${standIn.host} ${tellTale.host}`;
  const app = await startApp({ ...settings, allowedHosts, logLevel: "trace" });
  try {
    const ask = async (method: string, path: string, body?: object) => {
      const init = { method, ...(body && { body: JSON.stringify(body) }) };
      const answer = await fetch(`${app.url}${path}`, init);
      const text = await answer.text();
      found.push(...hits(`${method} ${path}`, text));
      found.push(...hits(`headers of ${path}`, JSON.stringify([...answer.headers])));
      return { status: answer.status, text };
    };
    const api = apiClient(app.url);
    const product = await api.createProduct("Canary");
    const place = `/api/products/${product.id}`;
    const good = { repository: "acme/checkout", apiUrl: standIn.url, token: canaries.github };
    const { id } = await api.connect(product, good);
    await api.synced(id);
    const hostile = `http://${tellTale.host}`;
    const app1 = { appId: "1", installationId: "2", privateKey };
    const attempts = [
      { kind: "github", repository: "acme/x", apiUrl: hostile, token: canaries.refused },
      { kind: "github", repository: "acme/x", apiUrl: hostile, app: app1 },
      { kind: "jira", siteUrl: hostile, project: "PAY", token: canaries.jira },
      {
        kind: "jira",
        siteUrl: hostile,
        project: "PAY",
        token: canaries.jira,
        email: "a@b.example",
      },
      { kind: "jira", siteUrl: "http://127.0.0.1:1", project: "PAY", token: canaries.jira },
      // Wrong shapes: what is refused is not said again.
      { kind: "github", repository: 7, token: canaries.refused },
      { kind: "jira", siteUrl: hostile, tokn: canaries.jira, token: { a: canaries.jira } },
    ];
    for (const _turn of tellTales) {
      for (const source of attempts) {
        await ask("POST", "/api/sources/check", source);
        await ask("POST", `${place}/sources`, source);
      }
      await ask("PATCH", `/api/sources/${id}`, { token: canaries.refused });
      tellTale.next();
    }
    await ask("PUT", `${place}/webhook`, { url: `${hostile}/hooks/${canaries.webhook}` });
    await ask("POST", `${place}/webhook/test`);
    for (const kind of ["unauthorized", "html", "reset", "truncated", "wrong_shape"] as const) {
      standIn.setFault({ kind });
      await ask("POST", `/api/sources/${id}/sync`, { mode: "full" });
      await expect
        .poll(async () => (await api.source(id)).state, { intervals: [50] })
        .not.toBe("syncing");
      standIn.clearFaults();
    }
    for (const path of ["", "/sources", "/items", "/webhook", "/balance", "/rules", "/teams"]) {
      await ask("GET", `${place}${path}`);
    }
    for (const page of ["sources", "settings", "balance", "items", "rules"]) {
      const address = `/products/${product.id}/${page}`;
      await ask("GET", address);
      const payload = await fetch(`${app.url}${address}`, { headers: { rsc: "1" } });
      found.push(...hits(`payload of ${page}`, await payload.text()));
    }
    await ask("GET", "/api/openapi.json");
    await ask("GET", "/api/health");
    expect(standIn.requests.some(({ authorization }) => authorization?.includes("canary"))).toBe(
      true,
    );
  } finally {
    await app.stop();
    await standIn.close();
    tellTale.server.closeAllConnections();
    tellTale.server.close();
  }
  found.push(...hits("log", app.output()));
  expect(app.output(), "the log was written in full").toContain("sync");
  return found;
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}

function hitsInFiles(folder: string): string[] {
  return [...filesIn(folder)].flatMap((file) => hits(file, readFileSync(file)));
}

test.setTimeout(600_000);

test("no secret is in logs, answers, pages, bundles or the files of the embedded database", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "balance-canary-"));
  try {
    expect(await exercise({ dataDir, secretKey: canaries.secretKey })).toEqual([]);
    expect(hitsInFiles(dataDir)).toEqual([]);
    expect(hitsInFiles(".next/static")).toEqual([]);
    const names = /SECRET_KEY|DATABASE_URL|secret\.key/;
    const telling = [...filesIn(".next/static")].filter((file) =>
      names.test(readFileSync(file, "utf8")),
    );
    expect(telling, "not even the names of secret settings are sent to browsers").toEqual([]);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test("nor in a dump of a database server, whose password is one of them", async () => {
  test.skip(!server, "no PostgreSQL server is given (TEST_DATABASE_URL)");
  const name = `balance_canary_${random()}`;
  const role = `balance_canary_${random()}`;
  const admin = postgres(server ?? "", { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create role ${role} login superuser password '${canaries.password}'`);
  await admin.unsafe(`create database ${name}`);
  const own = new URL(server ?? "");
  own.pathname = `/${name}`;
  const limited = new URL(own);
  limited.username = role;
  limited.password = canaries.password;
  const dataDir = mkdtempSync(join(tmpdir(), "balance-canary-"));
  try {
    const settings = { dataDir, databaseUrl: limited.href, secretKey: canaries.secretKey };
    expect(await exercise(settings)).toEqual([]);
    const sql = postgres(own.href, { max: 1, onnotice: () => undefined });
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`;
    expect(tables.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const table of tables) {
      const rows = await sql.unsafe(`select t::text as row from ${table.name} t`);
      found.push(...hits(table.name, rows.map(({ row }) => row).join("\n")));
    }
    await sql.end();
    expect(found).toEqual([]);
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.unsafe(`drop role ${role}`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
