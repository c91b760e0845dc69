import { rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "@playwright/test";
import { copyMigratedFolder } from "./setup/migrated-folder";
import { startApp } from "./setup/start-app";

test.setTimeout(120_000);

test("a page that fails is told in the log, without the values of the statement that failed", async () => {
  const dataDir = copyMigratedFolder();
  let app = await startApp({ dataDir, accounts: true });
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
    await app.stop();
    const database = await PGlite.create(join(dataDir, "postgres"));
    await database.exec("alter table identity.sessions rename to elsewhere");
    await database.close();
    app = await startApp({ dataDir, accounts: true });
    const page = await fetch(`${app.url}/portfolio`, { headers: { cookie } });
    expect(page.status).toBe(500);
    expect(await page.text()).not.toContain("Failed query");
    await expect.poll(app.output).toContain("Failed query");
    expect(app.output()).not.toContain(session);
    expect(app.output()).not.toContain("params");
  } finally {
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
