import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CollectedPage } from "@/lib/connectors/connector";
import { byUpdate, walkByUpdate } from "@/lib/connectors/github/walk-by-update";
import type { StandInIssue } from "../../upstream/types";
import {
  connect,
  fullName,
  never,
  numbersOf,
  plainRepository,
  recordsOf,
  startStandIn,
} from "./connector-harness";
import { ascending, oneTo } from "./numbers";

const linkStyle = "page" as const;

/** `count` issues, so many of them updated in the same second. */
function crowdedRepository(count: number, perSecond: number) {
  const { issues, ...rest } = plainRepository(count);
  const second = (index: number) =>
    new Date(Date.UTC(2024, 0, 1) + Math.floor(index / perSecond) * 1000)
      .toISOString()
      .replace(".000", "");
  const timed = issues.map((issue, index): StandInIssue => {
    return { ...issue, created_at: second(index), updated_at: second(index) };
  });
  return { ...rest, issues: timed };
}

describe("a walk by numbered pages", () => {
  it("reads past the 10,000 rows that GitHub lists, each once", async () => {
    const standIn = await startStandIn({
      repositories: [plainRepository(10_350)],
      linkStyle,
      rateLimit: 900,
    });
    const numbers = numbersOf(await recordsOf(connect(standIn).connector));
    expect(numbers).toHaveLength(10_350);
    expect(ascending(numbers)).toEqual(oneTo(10_350));
    expect(standIn.requests.every(({ status }) => status === 200)).toBe(true);
  }, 60_000);

  it("reads seconds in which more issues were updated than fit on a page", async () => {
    const standIn = await startStandIn({ repositories: [crowdedRepository(700, 330)], linkStyle });
    const numbers = numbersOf(await recordsOf(connect(standIn).connector));
    expect(numbers).toHaveLength(700);
    expect(ascending(numbers)).toEqual(oneTo(700));
  });

  it("says so where a second is more crowded than the server lists, and loses nothing silently", async () => {
    const repositories = [crowdedRepository(10_200, 10_200)];
    const standIn = await startStandIn({ repositories, linkStyle });
    const { connector } = connect(standIn);
    const last = new URL(`${standIn.url}/repositories/1000/issues?state=all&per_page=100`);
    last.searchParams.set("sort", "updated");
    last.searchParams.set("direction", "asc");
    last.searchParams.set("since", "2024-01-01T00:00:00Z");
    last.searchParams.set("page", "100");
    const walk = recordsOf(connector, { checkpoint: last.href });
    await expect(walk).rejects.toMatchObject({
      reason: "malformed",
      message: expect.stringContaining("10,000"),
    });
  });

  it.each([
    ["not in the order that was asked for", ["2024-01-02T00:00:00Z", "2024-01-01T00:00:00Z"]],
    ["without the times of the updates", ["2024-01-01T00:00:00Z", undefined]],
  ])("refuses a list that comes %s", async (_how, updates) => {
    const records = updates.map((updated_at, index) => ({ id: index + 1, updated_at }));
    const next = "https://github.example/api/v3/repos/acme/shop/issues?page=2";
    const pages = walkByUpdate(async () => ({ records, next }), byUpdate(next));
    await expect(pages.next()).rejects.toMatchObject({ reason: "malformed" });
  });

  it("ends where the pages repeat without an end", async () => {
    const records = [{ id: 1, updated_at: "2024-01-01T00:00:00Z" }];
    const next = "https://github.example/api/v3/repos/acme/shop/issues?page=2";
    const walk = async () => {
      for await (const page of walkByUpdate(async () => ({ records, next }), byUpdate(next))) {
        expect(page.records.length).toBeLessThanOrEqual(1);
      }
    };
    await expect(walk()).rejects.toMatchObject({ reason: "malformed" });
  });

  it("meets every issue in its last state, whatever is edited, deleted or added between pages", async () => {
    const edit = fc.record({
      beforePage: fc.nat(6),
      number: fc.integer({ min: 1, max: 420 }),
      kind: fc.constantFrom("edit", "delete", "add", "close"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 60 }),
        fc.constantFrom(1, 150),
        async (edits, perSecond) => {
          const now = () => new Date("2026-01-01T00:00:00Z");
          const repositories = [crowdedRepository(420, perSecond)];
          const standIn = await startStandIn({ repositories, linkStyle, now });
          const seen = new Map<string, unknown>();
          const take = ({ records }: CollectedPage) => {
            for (const { externalId, payload } of records)
              seen.set(externalId, structuredClone(payload));
          };
          let pages = 0;
          const request = { since: null, checkpoint: null, signal: never };
          for await (const page of connect(standIn).connector.collect(request)) {
            take(page);
            for (const { beforePage, number, kind } of edits) {
              if (beforePage !== pages) continue;
              if (kind === "add") standIn.addIssue(fullName);
              else if (!standIn.issuesOf(fullName).some((issue) => issue.number === number))
                continue;
              else if (kind === "delete") standIn.deleteIssue(fullName, number);
              else if (kind === "close") standIn.closeIssue(fullName, number);
              else standIn.editIssue(fullName, number, { title: `Edited on page ${pages}` });
            }
            pages += 1;
          }
          const since = new Date("2025-12-31T23:50:00Z");
          const again = connect(standIn).connector.collect({ ...request, since });
          for await (const page of again) take(page);
          for (const issue of standIn.issuesOf(fullName)) {
            expect(seen.get(String(issue.id))).toEqual(issue);
          }
          await standIn.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
