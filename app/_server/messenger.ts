import type { Logger } from "pino";
import type { Context } from "@/lib/services/context";
import { queueMessages } from "@/lib/services/queue-messages";
import { sendMessages } from "@/lib/services/send-messages";

const restMs = 60_000;

export type MessengerOptions = {
  world: Omit<Context, "actor">;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: Pick<Logger, "error">;
};

/** Makes digests and tells webhooks, in every process; the database sees to it that one does. */
export class Messenger {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: MessengerOptions) {}

  begin(): void {
    this.loop = this.watch();
  }

  /** Stops after the message under way, or as soon as that is broken off; the others are handed back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** One look: queues what is due, and sends what is queued. */
  async tick(): Promise<void> {
    const { world, log } = this.options;
    for (const { productId, error } of await queueMessages({ world })) {
      log.error({ productId, err: error }, "what a product has to tell could not be read");
    }
    await sendMessages({ world, signal: this.stopping.signal });
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.tick();
      } catch (error) {
        if (signal.aborted) return;
        this.options.log.error({ err: error }, "sending messages failed; the next turn goes on");
      }
      await this.options.sleep(restMs, signal).catch(() => undefined);
    }
  }
}
