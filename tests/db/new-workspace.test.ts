import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test, vi } from "vitest";
import { type Database, queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { bundleScript } from "@/scripts/prepare/bundle-script.mjs";
import { prepareDataFolder } from "@/tests/setup/embedded-copy";
import { createServerCopy } from "@/tests/setup/server-copy";
import { temporaryFolder } from "@/tests/setup/temporary-folder";

const root = process.cwd();
const program = path.resolve(".cache/tests/make-workspace.mjs");
const templateUrl = inject("templateUrl");

// Each test starts some processes, which a busy machine is slow to.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

beforeAll(async () => {
  await bundleScript(root, { entry: "scripts/serve/make-workspace.ts", outfile: program });
});

/** The command as an operator runs it, with these settings alone. */
async function run(settings: Record<string, string>, [name, email] = ["Acme", "ada@example.com"]) {
  const { PATH, NODE_ENV } = process.env;
  const env = Object.assign({ PATH, NODE_ENV, ACCOUNTS: "on" }, settings);
  const given = [program, name ?? "", email ?? ""];
  return promisify(execFile)(process.execPath, given, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, text: stdout + stderr }),
  );
}

const namesIn = ({ db }: Database) =>
  queryRows(db, sql`select name from workspaces where name = 'Acme'`);

describe("npm run new-workspace", () => {
  test("prints where its owner comes in, and with which code, once the product is stopped", async () => {
    const folder = path.join(temporaryFolder(), "data");
    prepareDataFolder(folder);
    const settings = { DATA_DIR: folder, BASE_URL: "https://balance.example/" };
    const serving = await openEmbedded(folder);
    const refused = await run(settings);
    expect(refused.code).toBe(1);
    expect(refused.text).toMatch(/stop/i);
    expect(await namesIn(serving)).toEqual([]);
    await serving.close();
    const { code, text } = await run(settings);
    expect(code).toBe(0);
    expect(text).toMatch(/https:\/\/balance\.example\/join and this code, .*\n\w{5}(-\w{5}){3}$/m);
    const after = await openEmbedded(folder);
    expect(await namesIn(after)).toEqual([{ name: "Acme" }]);
    await after.close();
  });

  test.skipIf(templateUrl === null)("works beside a running server", async () => {
    const copy = await createServerCopy(templateUrl ?? "", "workspace");
    const serving = await openServer(copy.url);
    const key = "a secret key of more than 32 characters";
    const { text } = await run({ DATABASE_URL: copy.url, SECRET_KEY: key });
    expect(text).toMatch(/\/join and this code, .*\n\w{5}/);
    expect(await namesIn(serving)).toEqual([{ name: "Acme" }]);
    await serving.close();
    await copy.drop();
  });

  test("without accounts, a name or an address it makes nothing, and says what is missing", async () => {
    const none = path.join(temporaryFolder(), "none");
    expect((await run({ ACCOUNTS: "off", DATA_DIR: none })).text).toContain("ACCOUNTS=on");
    const wrong = await run({ DATA_DIR: none }, [" ", "nobody"]);
    expect(wrong.code).toBe(1);
    expect(wrong.text).toMatch(/name: .*\n.*ownerEmail: /);
  });
});
