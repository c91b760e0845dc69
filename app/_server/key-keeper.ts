import type { Logger } from "pino";
import type { Db } from "@/db/client";
import type { SecretKeys, TurnableBox } from "@/lib/sync/credentials";
import { resealSecrets } from "@/lib/sync/reseal-secrets";

/** How often the key file is looked at. */
const restMs = 2_000;
/**
 * How long the previous key outlives the turn: what a request sealed with it may be stored only
 * after the tracker has answered, which has 20 seconds.
 */
const graceMs = 60_000;

export type KeyKeeperOptions = {
  db: Db;
  box: TurnableBox;
  /** The keys that the box was made with. */
  keys: SecretKeys;
  /** The key file as it is now; errors where it cannot be read. */
  readKeys: () => SecretKeys;
  dropPrevious: (present: string) => void;
  now: () => Date;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Pick<Logger, "info" | "error">;
};

/**
 * Rotates the embedded database's key while it is served: once the key file has a new key, everything
 * is sealed with that, and the previous one is forgotten.
 */
export class KeyKeeper {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private keys: SecretKeys;
  private turnedAtMs: number | null = null;

  constructor(private readonly options: KeyKeeperOptions) {
    this.keys = options.keys;
  }

  begin(): void {
    this.loop = this.watch();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** One look at the file, and what follows from it. */
  async tick(): Promise<void> {
    const { box, readKeys, now } = this.options;
    const keys = readKeys();
    if (keys.present !== this.keys.present) {
      box.turnTo(keys);
      this.turnedAtMs = now().getTime();
    }
    this.keys = keys;
    if (keys.previous.length > 0) await this.endRotation(keys.present);
  }

  private async endRotation(present: string): Promise<void> {
    const { db, box, dropPrevious, now, log } = this.options;
    const { resealed, unreadable } = await resealSecrets(db, box);
    if (resealed > 0) log.info({ resealed, unreadable }, "sealed anew with the present key");
    const isOver = this.turnedAtMs === null || now().getTime() - this.turnedAtMs >= graceMs;
    if (resealed === 0 && isOver) dropPrevious(present);
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.tick();
      } catch (error) {
        this.options.log.error({ err: error }, "the keys could not be looked after; tried again");
      }
      await this.options.sleep(restMs, signal).catch(() => undefined);
    }
  }
}
