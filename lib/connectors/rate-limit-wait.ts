import { UpstreamError } from "@/lib/errors";
import type { ConnectorIo } from "./connector";

/** Trackers count in whole seconds: one more, so that the limit has really ended. */
const marginMs = 1000;

/**
 * Runs `request`; where a rate limit ends soon enough, sleeps until then and runs it again. All
 * waits of one request together stay within `maxWaitMs`; past that the refusal is passed on.
 */
export async function waitForRateLimit<T>(
  request: () => Promise<T>,
  options: { io: ConnectorIo; signal: AbortSignal; maxWaitMs: number },
): Promise<T> {
  const { io, signal, maxWaitMs } = options;
  for (let waitedMs = 0; ; ) {
    try {
      return await request();
    } catch (error) {
      const retryAt = error instanceof UpstreamError ? error.retryAt : undefined;
      if (retryAt === undefined) throw error;
      const waitMs = Math.max(retryAt.getTime() - io.now().getTime(), 0) + marginMs;
      if (waitedMs + waitMs > maxWaitMs) throw error;
      await io.sleep(waitMs, signal);
      waitedMs += waitMs;
    }
  }
}
