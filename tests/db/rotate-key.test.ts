import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, inject, test } from "vitest";
import { addKey, dropPreviousKeys, openKeyFile, readKeyFile } from "@/app/_server/key-file";
import { KeyKeeper } from "@/app/_server/key-keeper";
import { type Db, queryRows } from "@/db/client";
import { openEmbedded } from "@/db/open-embedded";
import { openServer } from "@/db/open-server";
import { upsertProductWebhook } from "@/db/queries/product-webhooks";
import { listSealedOtherwise, replaceSealed } from "@/db/queries/sealed-values";
import { findSource } from "@/db/queries/sources";
import { upsertWebhook } from "@/db/queries/webhooks";
import { createSecretBox, type TurnableBox } from "@/lib/sync/credentials";
import { resealSecrets } from "@/lib/sync/reseal-secrets";
import { bundleScript } from "@/scripts/prepare/bundle-script.mjs";
import { makeProduct, makeSource, testNow } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { prepareDataFolder } from "@/tests/setup/embedded-copy";
import { createServerCopy } from "@/tests/setup/server-copy";
import { temporaryFolder } from "@/tests/setup/temporary-folder";

const oldKey = "the key that was there before, long enough";
const newKey = "the key that takes its place, long enough too";
const never = (_ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
const silent = { info: () => undefined, error: () => undefined };

/** One of each value that is kept sealed, in a workspace of its own. */
async function sealedRows(db: Db, box: TurnableBox) {
  const { workspaceId, id: productId } = await makeProduct(db);
  const place = { workspaceId, productId };
  const product = { ...(await makeProduct(db, { workspaceId })), id: productId };
  const sourceId = crypto.randomUUID();
  const key = { workspaceId, sourceId };
  await makeSource(db, product, { id: sourceId, credential: box.seal("ghp_one", key) });
  await upsertWebhook(db, { ...key, secret: box.seal("whsec", key), createdAt: testNow });
  const url = box.seal("https://chat.example/hook", place);
  await upsertProductWebhook(db, { ...place, url, host: "chat.example", createdAt: testNow });
  return { place, key };
}

describeOnBothEngines("what is sealed with an old key", (db) => {
  const left = (box: TurnableBox) =>
    listSealedOtherwise(db(), { prefix: box.presentPrefix(), after: null, limit: 10_000 });

  beforeEach(async () => {
    await db().execute(sql`delete from products`);
  });

  test("is sealed with the new one, opens to the same, and a second run writes nothing", async () => {
    const { key } = await sealedRows(db(), createSecretBox(oldKey));
    const box = createSecretBox(newKey, [oldKey]);
    expect(await resealSecrets(db(), box)).toEqual({ resealed: 3, unreadable: 0 });
    const onlyNew = createSecretBox(newKey);
    const source = await findSource(db(), key);
    expect(onlyNew.open(source?.credential ?? "", key)).toBe("ghp_one");
    expect(await left(onlyNew)).toEqual([]);
    expect(await resealSecrets(db(), box)).toEqual({ resealed: 0, unreadable: 0 });
  });

  test("by a key that is lost stays as it is, and keeps nothing else from being done", async () => {
    await sealedRows(db(), createSecretBox("a key that nobody has any more, sadly"));
    await sealedRows(db(), createSecretBox(oldKey));
    const box = createSecretBox(newKey, [oldKey]);
    expect(await resealSecrets(db(), box)).toEqual({ resealed: 3, unreadable: 3 });
  });

  test("is never put in the place of what a person gives meanwhile", async () => {
    const { key } = await sealedRows(db(), createSecretBox(oldKey));
    const box = createSecretBox(newKey, [oldKey]);
    const read = await left(box);
    const given = box.seal("ghp_given_meanwhile", key);
    await db().execute(
      sql`update sources set credential = ${given} where id = ${key.sourceId}::uuid`,
    );
    const replaced = await Promise.all(read.map((value) => replaceSealed(db(), value, "late")));
    expect(replaced.sort()).toEqual([false, true, true]);
    expect((await findSource(db(), key))?.credential).toBe(given);
  });

  test("while it is served: both keys open until a minute later nothing is left of the old", async () => {
    const folder = temporaryFolder();
    const keys = openKeyFile(folder);
    const box = createSecretBox(keys.present);
    const { key } = await sealedRows(db(), box);
    let nowMs = testNow.getTime();
    const keeper = new KeyKeeper({
      ...{ db: db(), box, keys, log: silent, sleep: never },
      readKeys: () => readKeyFile(folder),
      dropPrevious: (present) => dropPreviousKeys(folder, present),
      now: () => new Date(nowMs),
    });
    await keeper.tick();
    const sealedBefore = box.seal("ghp_on_its_way", key);
    const { present, previous } = addKey(folder);
    expect(previous).toEqual([keys.present]);
    expect(addKey(folder), "a second rotation waits for the first").toEqual({ present, previous });
    await keeper.tick();
    expect(await left(box)).toEqual([]);
    // Sealed with the old key before the turn, stored after it.
    await db().execute(
      sql`update sources set credential = ${sealedBefore} where id = ${key.sourceId}`,
    );
    expect(box.open(sealedBefore, key)).toBe("ghp_on_its_way");
    await keeper.tick();
    expect(readKeyFile(folder).previous, "not yet forgotten").toEqual([keys.present]);
    nowMs += 61_000;
    await keeper.tick();
    expect(readKeyFile(folder)).toEqual({ present, previous: [] });
    const source = await findSource(db(), key);
    expect(createSecretBox(present).open(source?.credential ?? "", key)).toBe("ghp_on_its_way");
    expect(statSync(path.join(folder, "secret.key")).mode & 0o077).toBe(0);
  });
});

/** The command itself, killed and run again. */
const program = path.resolve(".cache/tests/rotate-keys.mjs");
const secrets = 400;

beforeAll(() =>
  bundleScript(process.cwd(), { entry: "scripts/serve/rotate-keys.ts", outfile: program }),
);

function rotate(settings: Record<string, string>): { child: ChildProcess; output: () => string } {
  const none = { DATABASE_URL: "", SECRET_KEY: "", SECRET_KEY_PREVIOUS: "", BASE_URL: "" };
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...none, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  return { child, output: () => output };
}

type Place = { workspaceId: string; sourceId: string };
const secretOf = ({ sourceId }: Place) => `ghp_${sourceId}`;

async function fill(db: Db, box: TurnableBox): Promise<Place[]> {
  const product = await makeProduct(db);
  const { workspaceId } = product;
  const places = Array.from({ length: secrets }, () => ({
    workspaceId,
    sourceId: crypto.randomUUID(),
  }));
  await db.transaction(async (tx) => {
    for (const place of places) {
      const credential = box.seal(secretOf(place), place);
      await makeSource(tx, product, { id: place.sourceId, credential });
    }
  });
  return places;
}

/** How many open with these keys, and how many are not sealed with the present one. */
async function look(db: Db, places: Place[], box: TurnableBox) {
  const rows = await queryRows<{ id: string; sealed: string }>(
    db,
    sql`select id, credential as sealed from sources`,
  );
  const sealed = new Map(rows.map((row) => [row.id, row.sealed]));
  const texts = places.map((place) => ({ place, text: sealed.get(place.sourceId) ?? "" }));
  return {
    readable: texts.filter(({ place, text }) => box.open(text, place) === secretOf(place)).length,
    old: texts.filter(({ text }) => !text.startsWith(box.presentPrefix())).length,
  };
}

test("the embedded database's rotation, killed at any time, loses nothing and is ended by the next", async () => {
  const dataDir = temporaryFolder();
  const keys = openKeyFile(dataDir);
  prepareDataFolder(dataDir);
  const first = await openEmbedded(dataDir);
  const places = await fill(first.db, createSecretBox(keys.present));
  await first.close();
  const looked = async () => {
    const { db, close } = await openEmbedded(dataDir);
    const file = readKeyFile(dataDir);
    const box = createSecretBox(file.present, file.previous);
    return look(db, places, box).finally(close);
  };
  for (const afterMs of [0, 700, 1_000]) {
    const { child } = rotate({ DATA_DIR: dataDir });
    const ended = once(child, "exit");
    while (readKeyFile(dataDir).previous.length === 0 && child.exitCode === null) await delay(5);
    await delay(afterMs);
    child.kill("SIGKILL");
    await ended;
    expect((await looked()).readable).toBe(secrets);
  }
  const { child, output } = rotate({ DATA_DIR: dataDir });
  await once(child, "exit");
  expect(output()).toContain("the old one is forgotten");
  expect(readKeyFile(dataDir).previous).toEqual([]);
  expect(readFileSync(path.join(dataDir, "secret.key"), "utf8")).not.toContain(keys.present);
  expect(await looked()).toEqual({ readable: secrets, old: 0 });
});

const templateUrl = inject("templateUrl");

test.skipIf(templateUrl === null)(
  "a server's rotation, killed between the first secret and the last, is ended by the next",
  async () => {
    const { url, drop } = await createServerCopy(templateUrl ?? "", "rotate");
    const { db, close } = await openServer(url);
    const places = await fill(db, createSecretBox(oldKey));
    const box = createSecretBox(newKey, [oldKey]);
    const settings = { DATABASE_URL: url, SECRET_KEY: newKey, SECRET_KEY_PREVIOUS: oldKey };
    const { child } = rotate(settings);
    const ended = once(child, "exit");
    while ((await look(db, places, box)).old === secrets && child.exitCode === null) await delay(1);
    child.kill("SIGKILL");
    await ended;
    const { old, readable } = await look(db, places, box);
    expect(readable, "while one half is sealed with each").toBe(secrets);
    expect(old).toBeGreaterThan(0);
    expect(old).toBeLessThan(secrets);
    const again = rotate(settings);
    await once(again.child, "exit");
    expect(again.output()).toContain(`${old} stored secrets are sealed anew`);
    expect(await look(db, places, createSecretBox(newKey))).toEqual({ readable: secrets, old: 0 });
    const refused = rotate({ DATABASE_URL: url, SECRET_KEY: newKey });
    const [code] = await once(refused.child, "exit");
    expect([code, refused.output()]).toEqual([1, expect.stringContaining("SECRET_KEY_PREVIOUS")]);
    await close();
    await drop();
  },
);
