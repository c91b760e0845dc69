import type { MemoryTracker } from "./memory-connector";
import { signal } from "./signal";

/** Holds the tracker at a page until released, so that something can happen meanwhile. */
export function hold(tracker: MemoryTracker, at: number) {
  const [reached, released] = [signal(), signal()];
  const open = tracker.connector.bind(tracker);
  tracker.connector = () => {
    const connector = open();
    return {
      ...connector,
      async *collect(request) {
        let page = 0;
        for await (const one of connector.collect(request)) {
          if (page++ === at) {
            reached.give();
            await released.given;
          }
          yield one;
        }
      },
    };
  };
  return { there: reached.given, release: released.give };
}
