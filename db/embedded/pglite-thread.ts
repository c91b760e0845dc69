import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PGlite, QueryOptions, Results } from "@electric-sql/pglite";
import type { WorkerAnswer, WorkerFailure, WorkerRequest } from "./messages";
import { Mutex } from "./mutex";

type Ask = WorkerRequest extends infer R
  ? R extends { id: number }
    ? Omit<R, "id">
    : never
  : never;
type Waiting = { resolve: (value: unknown) => void; reject: (reason: Error) => void };
type Query = (sql: string, params?: unknown[], options?: QueryOptions) => Promise<Results>;
type Transaction = { query: Query; exec: (sql: string) => Promise<void> };

/** The part of PGlite's interface that drizzle-orm/pglite uses, answered by a worker thread. */
export class PgliteThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly mutex = new Mutex();
  private nextId = 1;
  private dead: Error | null = null;

  constructor(dataDir: string) {
    // By path from the project's root: a bundler must not pull the worker into its own graph.
    const file = join(/* turbopackIgnore: true */ process.cwd(), "db/embedded/pglite-worker.mjs");
    this.worker = new Worker(file, { workerData: { dataDir } });
    this.worker.on("message", (answer: WorkerAnswer) => this.settle(answer));
    this.worker.on("error", (error) => this.fail(error));
    this.worker.on("exit", () => this.fail(new Error("The embedded database has stopped.")));
  }

  /** Resolves once the database is open; rejects where it cannot be opened. */
  async ready(): Promise<void> {
    await this.ask({ kind: "ready" });
  }

  /** Rejects once the thread has died; asks it nothing, so a long query cannot delay the answer. */
  alive(): Promise<void> {
    return this.dead ? Promise.reject(this.dead) : Promise.resolve();
  }

  query(sql: string, params?: unknown[], options?: QueryOptions): Promise<Results> {
    return this.mutex.run(() => this.send(sql, params, options));
  }

  exec(sql: string): Promise<void> {
    return this.mutex.run(() => this.run(sql));
  }

  /** Runs `work` between BEGIN and COMMIT; anything it throws rolls back and is thrown on. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.mutex.run(async () => {
      await this.run("BEGIN");
      try {
        const result = await work({
          query: (sql, params, options) => this.send(sql, params, options),
          exec: (sql) => this.run(sql),
        });
        await this.run("COMMIT");
        return result;
      } catch (error) {
        await this.run("ROLLBACK");
        throw error;
      }
    });
  }

  /**
   * Copies the database into a new folder while others read and write. Opened, the copy is what the
   * database held at some instant of the copying, as after a crash. Rejects where `signal` breaks it
   * off, which it does between two files.
   */
  async copyTo(folder: string, signal?: AbortSignal): Promise<void> {
    await this.mutex.run(() => this.ask({ kind: "prepare copy" }));
    // A thread that has died copies nothing: `copying` tells of it.
    const breakOff = () => void this.ask({ kind: "break copy off" }).catch(() => undefined);
    signal?.addEventListener("abort", breakOff, { once: true });
    const copying = this.ask({ kind: "copy", folder });
    if (signal?.aborted) breakOff();
    await copying.finally(() => signal?.removeEventListener("abort", breakOff));
  }

  /** Ends the thread in the middle of whatever it does: for a database that nobody needs any more. */
  async end(): Promise<void> {
    this.fail(new Error("The embedded database was ended."));
    await this.worker.terminate();
  }

  /** Waits for what is under way, then closes the database and ends the thread. */
  async close(): Promise<void> {
    await this.mutex.run(async () => {
      if (!this.dead) await this.ask({ kind: "close" });
    });
    await this.worker.terminate();
  }

  private async send(sql: string, params: unknown[] = [], options: QueryOptions = {}) {
    const answer = await this.ask({
      kind: "query",
      sql,
      params,
      rowMode: options.rowMode ?? "object",
      textTypes: Object.keys(options.parsers ?? {}).map(Number),
    });
    return answer as Results;
  }

  private async run(sql: string): Promise<void> {
    await this.ask({ kind: "exec", sql });
  }

  private ask(request: Ask): Promise<unknown> {
    if (this.dead) return Promise.reject(this.dead);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...request, id });
    });
  }

  private settle(answer: WorkerAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ("failure" in answer) waiting?.reject(databaseError(answer.failure));
    else waiting?.resolve(answer.result);
  }

  private fail(error: Error): void {
    this.dead ??= error;
    for (const { reject } of this.waiting.values()) reject(this.dead);
    this.waiting.clear();
  }
}

/**
 * The thread as drizzle-orm/pglite's client. Guarantee: Drizzle calls nothing of PGlite but
 * `query`, `exec` and `transaction`, all of which the thread answers with PGlite's own results.
 */
export function asPgliteClient(thread: PgliteThread): PGlite {
  return thread as unknown as PGlite;
}

function databaseError(failure: WorkerFailure): Error {
  return Object.assign(new Error(failure.message), failure.detail);
}
