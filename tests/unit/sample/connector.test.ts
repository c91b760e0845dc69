import { describe, expect, it } from "vitest";
import type { CollectedPage, CollectRequest } from "@/lib/connectors/connector";
import { createSampleConnector } from "@/lib/connectors/sample/connector";
import { anchor } from "./sample-story";

const options = { seed: 42, anchor };

async function collect(
  request: Partial<CollectRequest> = {},
  seed = options.seed,
): Promise<CollectedPage[]> {
  const pages: CollectedPage[] = [];
  const { signal } = new AbortController();
  const all = { since: null, checkpoint: null, signal, ...request };
  const connector = createSampleConnector({ ...options, seed });
  for await (const page of connector.collect(all)) pages.push(page);
  return pages;
}

const recordsOf = (pages: CollectedPage[]) => pages.flatMap(({ records }) => records);

describe("the sample behind the connectors' interface", () => {
  it("gives the same records for the same seed and anchor, and others for another seed", async () => {
    expect(await collect()).toEqual(await collect());
    const [first] = await collect({}, 43);
    expect(first).not.toEqual((await collect())[0]);
  });

  it("yields pages of a hundred, each id once, as many as it estimates", async () => {
    const pages = await collect();
    const ids = recordsOf(pages).map(({ externalId }) => externalId);
    expect(pages.slice(0, -1).every(({ records }) => records.length === 100)).toBe(true);
    expect(pages.at(-1)?.next).toBeNull();
    expect(new Set(ids).size).toBe(ids.length);
    const { signal } = new AbortController();
    expect(await createSampleConnector(options).estimateTotal(signal)).toBe(ids.length);
  });

  it("goes on after any page's checkpoint with exactly what is left", async () => {
    const pages = await collect();
    for (const [index, { next }] of pages.slice(0, -1).entries()) {
      expect(await collect({ checkpoint: next })).toEqual(pages.slice(index + 1));
    }
  });

  it("yields only what changed since an instant", async () => {
    const since = new Date("2026-03-01T00:00:00Z");
    const changed = recordsOf(await collect({ since }));
    const expected = recordsOf(await collect()).filter(
      ({ payload }) => (payload as { updated_at: string }).updated_at >= "2026-03-01",
    );
    expect(changed).toEqual(expected);
    expect(changed.length).toBeGreaterThan(10);
  });

  it("maps every record, finds each by its id, and knows what it does not hold", async () => {
    const connector = createSampleConnector(options);
    const { signal } = new AbortController();
    for (const { externalId, payload } of recordsOf(await collect())) {
      expect(connector.map(payload)).toMatchObject({ outcome: "item", item: { externalId } });
    }
    const [first] = recordsOf(await collect());
    const reference = { key: "", number: null };
    const externalId = first?.externalId ?? "";
    expect(await connector.find({ externalId, ...reference }, signal)).toEqual(first);
    expect(await connector.find({ externalId: "1", ...reference }, signal)).toBeNull();
  });

  it("survives being stored as JSON: a record maps alike before and after", async () => {
    const connector = createSampleConnector(options);
    const [first] = recordsOf(await collect());
    const stored: unknown = JSON.parse(JSON.stringify(first?.payload));
    expect(connector.map(stored)).toEqual(connector.map(first?.payload));
  });

  it.each([null, 7, "x", {}, { id: 1, number: 1, title: "a" }])(
    "refuses %j, naming the field at fault",
    (payload) => {
      const mapped = createSampleConnector(options).map(payload);
      expect(mapped).toMatchObject({ outcome: "refused", why: expect.stringMatching(/^.+: .+$/) });
    },
  );

  it("answers a checkpoint it did not give with cursor_expired", async () => {
    await expect(collect({ checkpoint: "page=2" })).rejects.toMatchObject({
      name: "UpstreamError",
      reason: "cursor_expired",
    });
  });

  it("stops when asked to", async () => {
    await expect(collect({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
