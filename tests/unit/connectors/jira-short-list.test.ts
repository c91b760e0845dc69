import { describe, expect, it } from "vitest";
import { plainIssues, siteOf } from "../../upstream/jira-small-site.mjs";
import { pagesOf, recordsOf } from "./connector-harness";
import { connectJira, modes, numbersOf, startJira } from "./jira-harness";
import { ascending, oneTo } from "./numbers";

/** Jira answers 200 with a list, and the list is not all there is: nothing else tells the lapse. */
describe.each(modes)("a list of a %s site that ends too early", (mode) => {
  it.each([0, 1, 2])(
    "is asked for again where an empty one came after %s answers",
    async (skip) => {
      const standIn = await startJira(mode);
      standIn.setFault({ kind: "empty_list", on: "search", skip, times: 1 });
      const records = await recordsOf(connectJira(standIn).connector);
      expect(ascending(numbersOf(records))).toEqual(oneTo(250));
    },
  );

  it.each([24 * 60, 0])(
    "is asked for again where a full page came without its mark (one every %s min)",
    async (everyMinutes) => {
      const site = siteOf(plainIssues(250, everyMinutes));
      for (const skip of [0, 1]) {
        const standIn = await startJira(mode, { site });
        standIn.setFault({ kind: "no_next", on: "search", skip, times: 1 });
        const records = await recordsOf(connectJira(standIn).connector);
        expect(ascending(numbersOf(records))).toEqual(oneTo(250));
      }
    },
  );

  it("is refused where it stays so, and the walk goes on from there later", async () => {
    const standIn = await startJira(mode);
    const [first] = await pagesOf(connectJira(standIn).connector);
    standIn.setFault({ kind: "empty_list", on: "search", skip: 1, times: 3 });
    const walk = recordsOf(connectJira(standIn).connector);
    await expect(walk).rejects.toMatchObject({ reason: "malformed" });
    standIn.clearFaults();
    const checkpoint = first?.next ?? null;
    const rest = await recordsOf(connectJira(standIn).connector, { checkpoint });
    const all = [...(first?.records ?? []), ...rest];
    expect(ascending(numbersOf(all))).toEqual(oneTo(250));
  });

  it("is one that has to begin again where nothing is left after the point it had reached", async () => {
    const standIn = await startJira(mode);
    const [first] = await pagesOf(connectJira(standIn).connector);
    for (const number of oneTo(250)) if (number >= 100) standIn.deleteIssue(`PAY-${number}`);
    const checkpoint = first?.next ?? null;
    const walk = recordsOf(connectJira(standIn).connector, { checkpoint });
    await expect(walk).rejects.toMatchObject({ reason: "cursor_expired" });
  });

  it("is believed where it ends with a full page, and where there is nothing", async () => {
    const full = await startJira(mode, { site: siteOf(plainIssues(100)) });
    expect(await recordsOf(connectJira(full).connector)).toHaveLength(100);
    const empty = await startJira(mode, { site: siteOf([]) });
    expect(await recordsOf(connectJira(empty).connector)).toEqual([]);
  });
});
