import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { startApp } from "./setup/start-app";

const server = process.env.TEST_DATABASE_URL;
test.skip(!server, "no PostgreSQL server is given (TEST_DATABASE_URL)");
test.setTimeout(120_000);

test("a page that fails is told in the log, without the values of the statement that failed", async () => {
  const name = `balance_page_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server ?? "", { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server ?? "");
  url.pathname = `/${name}`;
  const dataDir = mkdtempSync(join(tmpdir(), "balance-page-"));
  const settings = {
    dataDir,
    databaseUrl: url.href,
    secretKey: "a key for the tests of pages, long",
  };
  const app = await startApp({ ...settings, accounts: true });
  try {
    const code = /with the code (\S+)/.exec(app.output())?.[1];
    const person = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };
    const joined = await fetch(`${app.url}/api/join`, {
      method: "POST",
      body: JSON.stringify({ code, ...person }),
    });
    expect(joined.status).toBe(204);
    const cookie = joined.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const session = /session_token=([^.;]+)/.exec(cookie)?.[1] ?? "";
    expect(session.length).toBeGreaterThan(20);
    const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
    await sql.unsafe("alter table identity.sessions rename to elsewhere");
    await sql.end();
    const page = await fetch(`${app.url}/portfolio`, { headers: { cookie } });
    expect(page.status).toBe(500);
    expect(await page.text()).not.toContain("Failed query");
    await expect.poll(app.output).toContain("Failed query");
    expect(app.output()).not.toContain(session);
    expect(app.output()).not.toContain("params");
  } finally {
    await app.stop();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
