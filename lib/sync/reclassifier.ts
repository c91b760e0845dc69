import { listUnfinishedReclassifications } from "@/db/queries/reclassifications";
import { requestLearning } from "./learn-corrections";
import { advanceReclassification, requestOutdated, type WalkWorld } from "./reclassify-product";
import type { SyncLog } from "./sync-log";

const restMs = 5_000;

export type ReclassifierOptions = WalkWorld & {
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: SyncLog;
};

/** Works on unfinished reclassifications in the background, in every process, until stopped. */
export class Reclassifier {
  private readonly stopping = new AbortController();
  private rousing = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: ReclassifierOptions) {}

  begin(): void {
    this.loop = this.watch();
  }

  /** Looks at once rather than at the next turn. */
  wake(): void {
    this.rousing.abort();
  }

  /** Stops after the batch under way; whoever goes on begins after it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
  }

  private async watch(): Promise<void> {
    await this.guarded(() => requestOutdated(this.options.db, this.options.now()));
    while (!this.stopping.signal.aborted) {
      await this.guarded(() => requestLearning(this.options.db, this.options.now()));
      await this.guarded(() => this.workAll());
      const woken = AbortSignal.any([this.stopping.signal, this.rousing.signal]);
      await this.options.sleep(restMs, woken).catch(() => undefined);
      this.rousing = new AbortController();
    }
  }

  private async workAll(): Promise<void> {
    const { db, log } = this.options;
    for (const { workspaceId, productId } of await listUnfinishedReclassifications(db)) {
      const key = { workspaceId, productId };
      while (!this.stopping.signal.aborted && (await advanceReclassification(this.options, key))) {
        // Each turn is a batch that is committed.
      }
      log.info({ productId }, "reclassified, or stopped on the way");
    }
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.options.log.error(
        { err: error },
        "reclassification failed; it goes on at the next turn",
      );
    }
  }
}
