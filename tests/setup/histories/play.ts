import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deleteSource } from "@/db/queries/sources";
import { findWalk } from "@/db/queries/walks";
import type { SourceRow } from "@/db/schema";
import { createRandom, type Random } from "@/lib/connectors/sample/history/random";
import { makeProduct, makeSource } from "@/tests/factories";
import { syncOnce } from "../sync-once";
import {
  differences,
  incrementalDifferences,
  readStore,
  type StoreContents,
} from "./compare-stores";
import type { History, Step } from "./history";
import { Life } from "./life";
import {
  outliveLease,
  readLedgerFaults,
  readRuns,
  readStoredIds,
  readWaitingJobs,
} from "./look-into";
import { openProcess, type Process, worldIo } from "./process";
import { type Tracker, trackers } from "./trackers";
import type { Upstream } from "./upstream";
import { WorldClock } from "./world-clock";

/** What happened, a line each, and what is wrong at its end; nothing is where that is empty. */
export type Played = { lines: string[]; wrong: string[] };

const minute = 60_000;

/**
 * Plays a history against an empty source of the database, lets things come to rest, and compares
 * the store with that of one full sync of the same tracker.
 */
export async function playHistory(db: Db, tracker: Tracker, history: History): Promise<Played> {
  const game = await Game.begin(db, tracker, history.seed);
  try {
    for (const step of history.steps) await game.play(step);
    await game.comeToRest();
  } catch (error) {
    game.wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await game.end();
  }
  return { lines: game.lines, wrong: game.wrong };
}

class Game {
  readonly lines: string[] = [];
  readonly wrong: string[] = [];
  private process: Process | null = null;
  private readonly frozen: Process[] = [];
  private readonly everStored = new Set<string>();

  private constructor(
    private readonly db: Db,
    private readonly upstream: Upstream,
    private readonly clock: WorldClock,
    private readonly source: SourceRow,
    private readonly clean: SourceRow,
  ) {}

  static async begin(db: Db, tracker: Tracker, seed: number): Promise<Game> {
    const random = createRandom(seed ^ 0xc10c);
    // In the past, so that what waits by the database's clock never waits; near a change of clocks.
    const at = Date.parse(random.pick(["2024-03-30T20:00:00Z", "2024-10-26T20:00:00Z"]));
    const clock = new WorldClock(at);
    const skewMs = Math.floor((random.next() * 16 - 8) * minute);
    const upstream = trackers[tracker](seed, clock.skewed(skewMs));
    const row = { kind: tracker, nextRunAt: clock.now() };
    const source = await makeSource(db, await makeProduct(db), row);
    const clean = await makeSource(db, await makeProduct(db), { kind: tracker, nextRunAt: null });
    const game = new Game(db, upstream, clock, source, clean);
    game.tell(`${upstream.name}, its clock ${Math.round(skewMs / 1000)} s off`);
    return game;
  }

  private tell(line: string): void {
    this.lines.push(`${this.clock.now().toISOString().slice(5, 19)}  ${line}`);
  }

  async play({ kind, seed }: Step): Promise<void> {
    const random = createRandom(seed);
    switch (kind) {
      case "edits":
        for (let left = 1 + random.poisson(1.5); left > 0; left--) this.edit(random);
        return;
      case "sync":
        return this.sync(random);
      case "trouble":
        return this.tell(`trouble: ${this.upstream.trouble(random)}`);
      case "calm":
        this.upstream.calm();
        return this.tell("all troubles end");
      case "stop":
        return this.stop();
      case "freeze":
        return this.freeze(random);
      case "thaw":
        return this.thaw();
    }
  }

  private edit(random: Random): void {
    this.clock.pass(random.pick([0, 0, 400, 1300, 40_000, 7 * minute]));
    this.tell(`  ${this.upstream.edit(random)}`);
  }

  private alive(): Process {
    this.process ??= openProcess(this.db, this.upstream, this.clock);
    return this.process;
  }

  private async letTimePass(random: Random): Promise<void> {
    this.clock.pass(random.pick([16, 16, 16, 20, 45, 3 * 60, 25 * 60]) * minute);
    if (!random.chance(0.2)) return;
    const mode = random.pick(["full", "incremental"] as const);
    await this.ask(mode);
  }

  /** Somebody asks for a sync, which is refused where one waits or is under way. */
  private async ask(mode: "full" | "incremental"): Promise<void> {
    const { workspaceId, id: sourceId } = this.source;
    const asked = this.alive().runner.start({ workspaceId, sourceId, mode });
    const told = await asked.then(
      () => "is asked for",
      () => "is refused",
    );
    this.tell(`a sync (${mode}) ${told}`);
  }

  private async sync(random: Random): Promise<void> {
    await this.letTimePass(random);
    const { life, runner } = this.alive();
    this.interfere(life, random);
    try {
      await runner.tick();
      await runner.idle();
    } catch (error) {
      if (!life.isDead) throw error;
    }
    life.spare();
    await this.tellRun(life.isDead ? "the process was killed in a sync" : "a sync");
    if (life.isDead) await this.bury();
  }

  /** Edits and perhaps a kill in the middle of what comes. */
  private interfere(life: Life, random: Random): void {
    for (let left = random.poisson(0.7); left > 0; left--) {
      life.atRequest(1 + Math.floor(random.next() * 8), () => this.edit(random));
    }
    if (random.chance(0.2)) life.dieAtStatement(1 + Math.floor(random.next() * 70));
    else if (random.chance(0.1)) {
      life.atRequest(1 + Math.floor(random.next() * 8), () => life.die());
    }
  }

  private async bury(): Promise<void> {
    await this.process?.leave();
    this.process = null;
    await outliveLease(this.db, this.source.id);
  }

  private async stop(): Promise<void> {
    await this.process?.leave();
    this.process = null;
    this.tell("the process is stopped");
  }

  /** A process stands still, with an answer in its hands, for longer than its lease. */
  private async freeze(random: Random): Promise<void> {
    await this.letTimePass(random);
    const process = this.alive();
    const { life, runner } = process;
    const isFrozen = life.freezeAtRequest(1 + Math.floor(random.next() * 6)).then(() => true);
    await runner.tick();
    if (!(await Promise.race([isFrozen, runner.idle().then(() => false)]))) {
      life.spare();
      return this.tellRun("a sync");
    }
    life.spare();
    this.frozen.push(process);
    this.process = null;
    await outliveLease(this.db, this.source.id);
    await this.tellRun("the process is frozen in a sync");
  }

  private async thaw(): Promise<void> {
    for (const process of this.frozen.splice(0)) {
      this.tell("a frozen process goes on");
      process.life.thaw();
      await process.runner.idle();
      await process.leave();
      await this.tellRun("it ended; the newest run");
    }
  }

  private runs() {
    return readRuns(this.db, this.source.id);
  }

  private async tellRun(what: string): Promise<void> {
    const run = (await this.runs()).at(-1);
    this.tell(`${what}: ${run ? `${run.mode} ${run.state} ${run.error ?? ""}` : "none yet"}`);
    const ids = await readStoredIds(this.db, this.source.id);
    for (const id of ids) this.everStored.add(id);
  }

  /**
   * Nothing goes wrong any more, and time passes: whatever was begun comes to its end, then an
   * incremental sync, then the daily one over everything, then one more incremental.
   */
  async comeToRest(): Promise<void> {
    await this.thaw();
    this.upstream.calm();
    this.upstream.enlargePages();
    this.tell("rest");
    this.clock.pass(2 * 60 * minute);
    if (await this.hasUnfinished()) await this.syncAtRest();
    await this.syncAtRest();
    await this.readClean();
    const clean = await readStore(this.db, this.clean);
    if (this.upstream.hiddenFromIncremental() === null) {
      this.found("after an incremental sync", incrementalDifferences(await this.read(), clean));
    }
    this.clock.pass(25 * 60 * minute);
    await this.syncAtRest();
    const store = await this.read();
    this.found("after a sync over everything", differences(store, clean));
    const lost = [...this.everStored].filter((id) => !store.present.has(id) && !store.gone.has(id));
    this.found("lost with its past", lost);
    await this.syncAtRest();
    this.found("changed by one more", differences(await this.read(), store));
    const last = (await this.runs()).at(-1);
    if (last?.changed !== 0 || last.removed !== 0) this.wrong.push("one more sync changed rows");
    await this.findLeftovers();
    this.found("in the ledger", await readLedgerFaults(this.db, this.source));
  }

  /** Whether a sync of before is waiting, or its walk half-way. */
  private async hasUnfinished(): Promise<boolean> {
    const { workspaceId, id: sourceId } = this.source;
    const isLive = (await this.runs()).at(-1)?.state !== "succeeded";
    return isLive || (await findWalk(this.db, { workspaceId, sourceId })) !== null;
  }

  private read(): Promise<StoreContents> {
    return readStore(this.db, this.source);
  }

  private found(when: string, what: string[]): void {
    this.wrong.push(...what.map((line) => `${when}: ${line}`));
  }

  private async syncAtRest(): Promise<void> {
    this.clock.pass(20 * minute);
    const { runner } = this.alive();
    await runner.tick();
    await runner.idle();
    await this.tellRun("a sync at rest");
    const run = (await this.runs()).at(-1);
    if (run?.state !== "succeeded") this.wrong.push(`a sync at rest: ${run?.state}, ${run?.error}`);
  }

  /** One full sync into an empty source, by a process that remembers nothing. */
  private async readClean(): Promise<void> {
    const connector = this.upstream.connect(worldIo(this.upstream, this.clock, new Life()));
    await syncOnce(this.db, this.clean, connector, { mode: "full", now: this.clock.now });
  }

  /** No run is stuck, and no job waits for one that has ended. */
  private async findLeftovers(): Promise<void> {
    const stuck = (await this.runs()).filter(
      ({ state }) => !["succeeded", "failed"].includes(state),
    );
    if (stuck.length > 0) this.wrong.push(`${stuck.length} runs are stuck`);
    const jobs = await readWaitingJobs(this.db, this.source.id);
    if (jobs.length > 0) this.wrong.push(`${jobs.length} jobs wait for nothing`);
  }

  async end(): Promise<void> {
    for (const process of [...this.frozen, ...(this.process ? [this.process] : [])]) {
      process.life.die();
      process.life.thaw();
      await process.leave();
    }
    await this.db.execute(sql`delete from pgboss.job`);
    for (const { workspaceId, id } of [this.source, this.clean]) {
      await deleteSource(this.db, { workspaceId, sourceId: id });
    }
  }
}
