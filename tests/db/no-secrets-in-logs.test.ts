import { Writable } from "node:stream";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "@/app/_server/log";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { startSync } from "@/lib/services/start-sync";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld } from "@/tests/setup/world";
import { createGithubStandIn, type GithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { smallRepository } from "@/tests/upstream/small-repository.mjs";

const token = "token-with-all-rights";
const places = { host: "db.example", password: "canary-password" };

function capture() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, log: createLog("trace", stream) };
}

test("an error is logged with its kind, its place and its causes, and without what it carried", () => {
  const { lines, log } = capture();
  const query = new Error(`Failed query: insert into x values ($1)\nparams: ${places.password}`);
  const error = Object.assign(new Error(`no to postgres://me:${places.password}@${places.host}`), {
    cause: Object.assign(query, { code: "22P02" }),
    request: { headers: { authorization: `Bearer ${places.password}` } },
  });
  log.error({ runId: "1", err: error }, "it failed");
  log.error({ err: new Error("sent Authorization: Basic Y2FuYXJ5LXBhc3N3b3Jk") }, "again");
  log.info({ source: { token: places.password, credential: places.password } }, "and again");
  expect(lines.join("")).not.toMatch(/canary-password|Y2FuYXJ5/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    runId: "1",
    msg: "it failed",
    err: {
      message: `no to postgres://[redacted]${places.host}`,
      frames: expect.arrayContaining([expect.stringContaining("no-secrets-in-logs")]),
      cause: { message: "Failed query: insert into x values ($1)", code: "22P02" },
    },
  });
});

describeOnBothEngines("logs of syncs that fail in every way", (db) => {
  let standIn: GithubStandIn;
  beforeAll(async () => {
    standIn = createGithubStandIn({ repositories: [smallRepository()] });
    await standIn.start();
  });
  afterAll(() => standIn.close());

  test("bear the run's id, and neither a token nor an issue's text", async () => {
    const { lines, log } = capture();
    const product = await makeProduct(db());
    const world = openWorld(db(), product, standIn.url, log);
    const { ctx } = world;
    const asked = { kind: "github", repository: "acme/checkout", apiUrl: standIn.url, token };
    const source = createSourceSchema.parse(asked);
    const { id } = await createSource({ ctx, input: { productId: product.id, source } });
    await waitForSync(ctx, id);
    const again = async () => {
      await startSync({ ctx, input: { sourceId: id, mode: "full" } });
      await waitForSync(ctx, id);
    };
    for (const kind of ["html", "not_found"] as const) {
      standIn.setFault({ kind });
      await again();
      standIn.clearFaults();
    }
    // A statement that fails, with the issues among its values.
    await db().execute(sql`alter table raw_records rename column payload to elsewhere`);
    await again();
    await db().execute(sql`alter table raw_records rename column elsewhere to payload`);
    await world.close();
    const text = lines.join("");
    expect(text).toContain("sync failed");
    expect(text).toContain("42703");
    expect(standIn.requests.some(({ authorization }) => authorization?.includes(token))).toBe(true);
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/Security: tokens in the access log|"labels"/);
    const ofSyncs = lines.map((line) => JSON.parse(line)).filter(({ msg }) => /^sync /.test(msg));
    expect(ofSyncs.length).toBeGreaterThan(7);
    expect(ofSyncs.filter(({ runId }) => typeof runId !== "string")).toEqual([]);
  });
});
