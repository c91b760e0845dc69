import type { Logger } from "pino";
import { type MailWorld, sendResetMails } from "@/lib/services/send-reset-mails";

const restMs = 30_000;

export type PostmanOptions = {
  world: MailWorld;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Pick<Logger, "error" | "warn">;
};

/** Sends the mails that requests ask for, in every process; the database sees to it that one does. */
export class Postman {
  private readonly stopping = new AbortController();
  private rousing = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: PostmanOptions) {}

  begin(): void {
    this.loop = this.watch();
  }

  /** Looks at once rather than at the next turn. */
  wake(): void {
    this.rousing.abort();
  }

  /** Breaks the mail under way off; it and the others are handed back, and sent after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      // Anew before it looks: who wakes it while it works is seen to in the next turn.
      this.rousing = new AbortController();
      await this.sendAll();
      const woken = AbortSignal.any([signal, this.rousing.signal]);
      await this.options.sleep(restMs, woken).catch(() => undefined);
    }
  }

  private async sendAll(): Promise<void> {
    const { world, log } = this.options;
    const { signal } = this.stopping;
    try {
      for (const { givenUp, ...what } of await sendResetMails({ world, signal })) {
        if (givenUp) log.error(what, "a mail with a link to a new password is given up");
        else log.warn(what, "a mail with a link to a new password is tried again");
      }
    } catch (error) {
      if (signal.aborted) return;
      log.error({ err: error }, "sending mails failed; the next turn goes on");
    }
  }
}
