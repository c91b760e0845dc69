import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { backupName, scheduledAt, scheduledPrefix } from "@/db/backup/backup-name";
import { isUnused } from "@/db/backup/empty-database";
import type { BackupOrigin } from "@/db/backup/format";
import { writeBackup } from "@/db/backup/write-backup";
import type { Database } from "@/db/client";
import type { SyncLog } from "./sync-log";

const restMs = 5 * 60_000;
const restAfterFailureMs = 60 * 60_000;

export type BackupKeeperOptions = {
  database: Pick<Database, "db" | "snapshot">;
  folder: string;
  intervalHours: number;
  kept: number;
  /** Asked at each backup: the key that its probe is sealed with may be another by then. */
  origin: () => Omit<BackupOrigin, "createdAt">;
  /** Whether a key is being rotated: what is backed up then is sealed with two. */
  isRotating: () => boolean;
  now: () => Date;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: SyncLog;
};

export type BackupState = {
  /** When the last whole one was made. */
  lastAt: string | null;
  /** When one failed that no whole one has followed. */
  failedAt: string | null;
};

/** Backs the database up in the background, and removes its own oldest backups. */
export class BackupKeeper {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private failedAt: Date | null = null;

  constructor(private readonly options: BackupKeeperOptions) {}

  begin(): void {
    this.loop = this.watch();
  }

  /** Breaks off the backup under way, of which nothing is left. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  async state(): Promise<BackupState> {
    const [last] = await this.listBackups();
    return {
      lastAt: last?.at.toISOString() ?? null,
      failedAt: this.failedAt?.toISOString() ?? null,
    };
  }

  /** One look: makes a backup where one is due. Older ones go only when it is whole. */
  async tick(): Promise<void> {
    const { database, folder, intervalHours, kept, origin, isRotating, now, log } = this.options;
    const createdAt = now();
    // One of days to come is of a clock that was wrong: it says nothing of when the next is due.
    const last = (await this.listBackups()).find(({ at }) => at <= createdAt);
    if (last && +createdAt - +last.at < intervalHours * 3_600_000) return;
    if (isRotating() || (await isUnused(database.db))) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeUnfinished(folder);
    const file = join(folder, backupName(createdAt, scheduledPrefix));
    const { signal } = this.stopping;
    const made = { ...origin(), createdAt: createdAt.toISOString() };
    await database.snapshot((db) => writeBackup(db, { file, origin: made, signal }), signal);
    this.failedAt = null;
    const past = (await this.listBackups()).filter(({ at }) => at <= createdAt);
    for (const { name } of past.slice(kept)) await rm(join(folder, name), { force: true });
    log.info({ file }, "a backup was made");
  }

  /** The newest first. */
  private async listBackups(): Promise<{ name: string; at: Date }[]> {
    const names = await namesIn(this.options.folder);
    return names
      .flatMap((name) => {
        const at = scheduledAt(name);
        return at === null ? [] : [{ name, at }];
      })
      .sort((a, b) => +b.at - +a.at);
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    const { sleep, now, log } = this.options;
    for (;;) {
      const rest = this.failedAt === null ? restMs : restAfterFailureMs;
      await sleep(rest, signal).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.tick();
      } catch (error) {
        if (signal.aborted) return;
        this.failedAt = now();
        log.error({ err: error }, "a backup failed; the ones before it are kept");
      }
    }
  }
}

/** Of a process that ended in the middle; this one alone writes here, since it holds the lock. */
async function removeUnfinished(folder: string): Promise<void> {
  const left = (await namesIn(folder)).filter(
    (name) => name.startsWith(scheduledPrefix) && name.endsWith(".unfinished"),
  );
  for (const name of left) await rm(join(folder, name), { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
