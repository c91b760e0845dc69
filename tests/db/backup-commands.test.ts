import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { findSource } from "@/db/queries/sources";
import type { ProductRow } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema, setCategorySchema } from "@/lib/contracts/items";
import { noMinutes } from "@/lib/domain/meeting";
import { getBalance } from "@/lib/services/get-balance";
import { getItem } from "@/lib/services/get-item";
import { listAgreements } from "@/lib/services/list-agreements";
import { listItems } from "@/lib/services/list-items";
import { setCategory } from "@/lib/services/set-category";
import { createSecretBox } from "@/lib/sync/credentials";
import { itemIdOf } from "@/lib/sync/item-id";
import { bundleScript } from "@/scripts/prepare/bundle-script.mjs";
import { makeSource, workItem } from "@/tests/factories";
import { AgreementWorld, twoSides } from "@/tests/setup/agreement-world";
import { contextOf } from "@/tests/setup/context";
import { prepareDataFolder } from "@/tests/setup/embedded-copy";
import { meetingsOf } from "@/tests/setup/meeting-world";
import { createServerCopy, type ServerCopy } from "@/tests/setup/server-copy";
import { storeItems } from "@/tests/setup/store-items";

const folder = mkdtempSync(path.join(tmpdir(), "balance-commands-"));
const dataDir = path.join(folder, "data");
const file = path.join(folder, "everything.gz");
const tools = {
  backup: "backup/make-backup",
  restore: "backup/restore",
  check: "serve/check-ledger",
  password: "serve/reset-password",
  rotate: "serve/rotate-keys",
};
const token = "ghp_onlyATestKnowsThisToken";
const key = "the key of the first installation, long enough";

// Each test starts some processes, which a busy machine is slow to.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

type Told = { code: number; text: string };

/** A command as an operator runs it, with these settings alone. */
async function run(tool: keyof typeof tools, args: string[], settings: Record<string, string>) {
  const program = path.resolve(`.cache/tests/${path.basename(tools[tool])}.mjs`);
  const { PATH, NODE_ENV } = process.env;
  const env = Object.assign({ PATH, NODE_ENV }, settings);
  const told: Told = await promisify(execFile)(process.execPath, [program, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, text: stdout + stderr }),
  );
  return told;
}

let product: ProductRow;
let sourceId: string;
let meetingId: string;

beforeAll(async () => {
  for (const tool of Object.values(tools)) {
    const outfile = path.resolve(`.cache/tests/${path.basename(tool)}.mjs`);
    await bundleScript(process.cwd(), { entry: `scripts/${tool}.ts`, outfile });
  }
  prepareDataFolder(dataDir);
  const database = await openEmbedded(dataDir);
  await fill(database);
  await database.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A product with a token, items, a correction, an agreement and a meeting with its record. */
async function fill({ db }: Database): Promise<void> {
  const world = await AgreementWorld.create(db, "2026-02-02T12:00:00Z");
  product = world.product;
  const { workspaceId } = product;
  sourceId = crypto.randomUUID();
  const credential = createSecretBox(key).seal(token, { workspaceId, sourceId });
  const source = await makeSource(db, product, { id: sourceId, credential });
  const items = Array.from({ length: 30 }, (_, number) => ({
    item: workItem({
      number,
      title: `Item ${number} "quoted" \\ \u2028 ÷ 😀`,
      points: number % 3 === 0 ? 0.5 : null,
      closedAt: number < 20 ? new Date("2026-01-20T09:00:00.123Z") : null,
    }),
    category: number % 4 === 0 ? ("feature" as const) : ("maintenance" as const),
    removedAt: null,
  }));
  await storeItems(db, product, source, items);
  const decision = setCategorySchema.parse({ category: "tech_debt", reason: "It is." });
  await setCategory({ ctx: world.ctx, input: { itemId: itemIdOf(sourceId, "1001"), decision } });
  const stage = await world.stage({ name: "Grow", startsOn: "2026-01-01" });
  const reason = "Users wait.";
  const asked = { stageId: stage.id, side: "pm" as const, shares: twoSides(70), tolerance: 5 };
  const { id } = await world.propose({ ...asked, reason });
  await world.answer(id, { side: "engineering", decision: "accept", reason });
  const meetings = meetingsOf(world.ctx, product.id);
  const { id: meeting, version } = await meetings.start();
  meetingId = meeting;
  const decisions = [{ id: crypto.randomUUID(), text: "Debt first", owner: "Ada" }];
  const written = await meetings.write(meeting, version, { ...noMinutes, decisions });
  await meetings.close(meeting, written.version);
}

/** What the product says of everything that there is. */
async function answersOf({ db }: Database) {
  const ctx = contextOf(db, product);
  const productId = product.id;
  const balance = getBalanceSchema.parse({ bucket: "week", from: "2026-01-01", to: "2026-02-28" });
  const input = { productId, query: listItemsSchema.parse({ limit: 100 }) };
  const items = (await listItems({ ctx, input })).items;
  const source = await findSource(db, { workspaceId: product.workspaceId, sourceId });
  return {
    balance: await getBalance({ ctx, input: { productId, query: balance } }),
    items,
    details: await Promise.all(items.map((item) => getItem({ ctx, input: { itemId: item.id } }))),
    agreements: await listAgreements({ ctx, input: { productId, exceptions: false } }),
    meeting: await meetingsOf(ctx, productId).read(meetingId),
    token: createSecretBox(key).open(source?.credential ?? "", {
      workspaceId: product.workspaceId,
      sourceId,
    }),
  };
}

async function answersOfEmbedded(dataDir: string) {
  const database = await openEmbedded(dataDir);
  return answersOf(database).finally(() => database.close());
}

describe("backing up and restoring", () => {
  test("a running server is not disturbed", async () => {
    const database = await openEmbedded(dataDir);
    const refused = await run("backup", [file], { DATA_DIR: dataDir, SECRET_KEY: key });
    await database.close();
    expect(refused).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^The data folder is in use/),
    });
  });

  test("a folder without a database is told of, and none is made there", async () => {
    const empty = path.join(folder, "empty");
    mkdirSync(empty);
    const asked = { backup: [file], check: [], password: ["ada@example.com"], rotate: [] };
    for (const tool of ["backup", "check", "password", "rotate"] as const) {
      expect(await run(tool, asked[tool], { DATA_DIR: empty }), tool).toEqual({
        code: 1,
        text: `There is no database in ${empty}. Set DATA_DIR to its folder.\n`,
      });
    }
    expect(readdirSync(empty)).toEqual([]);
  });

  test("an embedded database goes into one file, without the key, and into another folder", async () => {
    const settings = { DATA_DIR: dataDir, SECRET_KEY: key };
    const made = await run("backup", [file], settings);
    expect(made).toMatchObject({ code: 0, text: expect.stringContaining("SECRET_KEY: keep that") });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const other = path.join(folder, "other");
    const without = await run("restore", [file], { DATA_DIR: other });
    expect(without).toMatchObject({ code: 1, text: expect.stringContaining("--other-key") });
    expect(without.text).toMatch(
      /^The key that opens the trackers' tokens in the backup is not here\./,
    );
    const wrong = await run("restore", [file], { DATA_DIR: other, SECRET_KEY: "x".repeat(40) });
    expect(wrong.text).toMatch(/^The key here is another/);
    mkdirSync(other);
    writeFileSync(path.join(other, "secret.key"), key);
    expect(await run("restore", [file], { DATA_DIR: other })).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^Restored as of .* rows in \d+ tables\.\n$/),
    });
    expect(await answersOfEmbedded(other)).toEqual(await answersOfEmbedded(dataDir));
    const again = await run("restore", [file], { DATA_DIR: other, SECRET_KEY: key });
    expect(again).toMatchObject({ code: 1, text: expect.stringContaining("--replace") });
    const replaced = await run("restore", [file, "--replace"], {
      DATA_DIR: other,
      SECRET_KEY: key,
    });
    expect(replaced.code).toBe(0);
  });

  test("what is no backup, and what is asked wrongly, is refused in a line", async () => {
    const settings = { DATA_DIR: path.join(folder, "never") };
    writeFileSync(path.join(folder, "text"), "hello");
    const files = [[path.join(folder, "text")], [path.join(folder, "none")], [folder]];
    const asked = [[], ["a", "b"], ["--force", "a"], ["--help"]];
    for (const args of [...files, ...asked]) {
      const { code, text } = await run("restore", args, settings);
      expect({ code, lines: text.trim().split("\n").length }).toEqual({ code: 1, lines: 1 });
    }
    for (const args of [["--help"], ["a", "b"]]) {
      const told = await run("backup", args, settings);
      expect(told).toEqual({ code: 1, text: "Use: npm run backup [-- FILE]\n" });
    }
  });

  const templateUrl = inject("templateUrl");
  describe.skipIf(templateUrl === null)("to a server and back", () => {
    let copy: ServerCopy;
    beforeAll(async () => {
      copy = await createServerCopy(templateUrl ?? "", "restored");
      const sql = postgres(copy.url, { max: 1, onnotice: () => undefined });
      await sql`drop schema public cascade`;
      await sql`drop schema drizzle cascade`;
      await sql`create schema public`;
      await sql.end();
    });
    afterAll(() => copy.drop());

    test("every answer is the same", async () => {
      const settings = { DATABASE_URL: copy.url, SECRET_KEY: key };
      expect(await run("restore", [file], settings)).toMatchObject({ code: 0 });
      const expected = await answersOfEmbedded(dataDir);
      const server = await openServer(copy.url);
      expect(await answersOf(server)).toEqual(expected);
      expect(expected.items).toHaveLength(30);
      expect(expected.token).toBe(token);
      const running = await run("restore", [file, "--replace"], settings);
      expect(running).toMatchObject({ code: 1, text: expect.stringContaining("is running") });
      await server.db.execute(sql`delete from overrides`);
      await server.close();
      const replaced = await run("restore", [file, "--replace"], settings);
      expect(replaced.code).toBe(0);
      const second = path.join(folder, "second.gz");
      expect((await run("backup", [second], settings)).code).toBe(0);
      expect(readFileSync(second).includes(token)).toBe(false);
      const back = path.join(folder, "back");
      const moved = await run("restore", [second], { DATA_DIR: back, SECRET_KEY: key });
      expect(moved.code).toBe(0);
      expect(await answersOfEmbedded(back)).toEqual(expected);
    });
  });
});
