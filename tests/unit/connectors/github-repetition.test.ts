import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRepetitionGuard } from "@/lib/connectors/github/repetition-guard";
import { UpstreamError } from "@/lib/errors";

type Page = { records: { id: number }[]; next: string | null };

/** A page of three records that no other page has. */
function page(number: number, next: string): Page {
  return { records: [1, 2, 3].map((row) => ({ id: number * 10 + row })), next };
}

/** How many pages the guard let pass; all of them where it never ended the walk. */
function passed(pages: Iterable<Page>): number {
  const guard = createRepetitionGuard();
  let count = 0;
  for (const one of pages) {
    try {
      guard.check(one);
    } catch (error) {
      expect(error).toMatchObject({ reason: "malformed" });
      expect(error).toBeInstanceOf(UpstreamError);
      return count;
    }
    count += 1;
  }
  return count;
}

const circles = fc.record({ before: fc.nat(40), length: fc.integer({ min: 1, max: 40 }) });

function* circle(
  { before, length }: { before: number; length: number },
  linkOf: (step: number, place: number) => string,
): Generator<Page> {
  for (let step = 0; step < 2000; step += 1) {
    const place = step < before ? step : before + ((step - before) % length);
    yield page(place, linkOf(step, place));
  }
}

describe("the guard against pages without an end", () => {
  it("ends every circle, soon after its links come round", () => {
    fc.assert(
      fc.property(circles, (shape) => {
        const laps = passed(circle(shape, (_step, place) => `link ${place}`));
        expect(laps).toBeLessThanOrEqual(2 * (shape.before + shape.length) + shape.length);
      }),
    );
  });

  it("ends every circle of records whose links are always new", () => {
    fc.assert(
      fc.property(circles, (shape) => {
        const laps = passed(circle(shape, (step) => `link ${step}`));
        // The page remembered is one of the circle and stays for three laps: a power of two that is
        // at least as large as both, so below twice the larger.
        const threeLaps = 3 * shape.length;
        expect(laps).toBeLessThanOrEqual(2 * Math.max(shape.before, threeLaps) + threeLaps);
      }),
      { numRuns: 1000 },
    );
  });

  it("ends a row of empty pages", () => {
    const pages = Array.from({ length: 9 }, (_, step) => ({ records: [], next: `link ${step}` }));
    expect(passed([page(1, "link"), ...pages])).toBe(3);
  });

  it("lets a long walk pass, also where single pages come twice", () => {
    const pages = Array.from({ length: 2000 }, (_, step) => [
      page(step, `link ${step}`),
      ...(step % 50 === 0 ? [page(step, `again ${step}`)] : []),
    ]);
    expect(passed(pages.flat())).toBe(2040);
  });
});
