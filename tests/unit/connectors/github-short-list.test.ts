import { describe, expect, it } from "vitest";
import {
  connect,
  fullName,
  numbersOf,
  pagesOf,
  plainRepository,
  recordsOf,
  startStandIn,
} from "./connector-harness";
import { ascending, oneTo } from "./numbers";

/** GitHub answers 200 with a list, and the list is not all there is: nothing else tells the lapse. */
describe.each(["cursor", "page"] as const)(
  "a list that ends too early, with %s links",
  (linkStyle) => {
    it.each([0, 1, 2, 3])(
      "is asked for again where an empty one came after %s answers",
      async (skip) => {
        const standIn = await startStandIn({ linkStyle });
        standIn.setFault({ kind: "empty_list", on: "issues", skip, times: 1 });
        expect(ascending(numbersOf(await recordsOf(connect(standIn).connector)))).toEqual(
          oneTo(250),
        );
      },
    );

    it.each([0, 1])(
      "is asked for again where a full page came without its link (%s)",
      async (skip) => {
        const standIn = await startStandIn({ linkStyle });
        standIn.setFault({ kind: "no_next", on: "issues", skip, times: 1 });
        expect(ascending(numbersOf(await recordsOf(connect(standIn).connector)))).toEqual(
          oneTo(250),
        );
      },
    );

    it("is refused where it stays so, and the walk goes on from there later", async () => {
      const standIn = await startStandIn({ linkStyle });
      const [first] = await pagesOf(connect(standIn).connector);
      // Where pages have numbers, the first one is read in the other order, too.
      const skip = linkStyle === "page" ? 2 : 1;
      standIn.setFault({ kind: "empty_list", on: "issues", skip, times: 3 });
      const walk = recordsOf(connect(standIn).connector);
      await expect(walk).rejects.toMatchObject({ reason: "malformed" });
      standIn.clearFaults();
      const rest = await recordsOf(connect(standIn).connector, { checkpoint: first?.next ?? null });
      const all = [...(first?.records ?? []), ...rest];
      expect(ascending(numbersOf(all))).toEqual(oneTo(250));
    });

    it("is one that has to begin again where nothing is left after the point it had reached", async () => {
      const standIn = await startStandIn({ linkStyle });
      const [first] = await pagesOf(connect(standIn).connector);
      const checkpoint = first?.next ?? null;
      for (const number of oneTo(250)) if (number >= 100) standIn.deleteIssue(fullName, number);
      const walk = recordsOf(connect(standIn).connector, { checkpoint });
      await expect(walk).rejects.toMatchObject({ reason: "cursor_expired" });
    });

    it("is believed where it ends with a full page", async () => {
      const standIn = await startStandIn({ linkStyle, repositories: [plainRepository(200)] });
      expect(ascending(numbersOf(await recordsOf(connect(standIn).connector)))).toEqual(oneTo(200));
    });

    it("is believed at once where it tells that nothing has changed", async () => {
      const standIn = await startStandIn({ linkStyle });
      const since = new Date("2030-01-01T00:00:00Z");
      expect(await recordsOf(connect(standIn).connector, { since })).toEqual([]);
      expect(standIn.requests).toHaveLength(1);
    });
  },
);
