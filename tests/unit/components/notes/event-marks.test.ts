import { describe, expect, it } from "vitest";
import { eventMarks } from "@/components/notes/event-marks";
import { eventLines, markName } from "@/components/notes/event-words";
import type { Note } from "@/lib/contracts/notes";

function noteOn(day: string, change: Partial<Note> = {}): Note {
  const written = { createdBy: "ada", createdAt: "2026-03-02T12:00:00.000Z", editedAt: null };
  return { id: day, day, kind: "release", text: `On ${day}`, ...written, ...change };
}

const weeks = ["02", "09", "16", "23"].map((day) => ({
  start: `2026-03-${day}`,
  end: `2026-03-${String(Number(day) + 6).padStart(2, "0")}`,
}));
const wide = { buckets: weeks, form: "bars", width: 800 } as const;
const marked = (days: string[], axis: Parameters<typeof eventMarks>[1] = wide) =>
  eventMarks(
    days.map((day) => noteOn(day)),
    axis,
  ).map((mark) => [mark.at, markName(mark)]);

describe("marks on the axis", () => {
  it("stand in the middle of their bucket, numbered by day; those of one bucket share a mark", () => {
    expect(marked(["2026-03-02", "2026-03-16", "2026-03-22", "2026-03-29"])).toEqual([
      [0.125, "1"],
      [0.625, "2–3"],
      [0.875, "4"],
    ]);
  });

  it("are drawn together with their neighbours where they would lie on each other", () => {
    const narrow = { ...wide, width: 60 };
    expect(marked(["2026-03-02", "2026-03-09", "2026-03-29"], narrow)).toEqual([
      [0.25, "1–2"],
      [0.75, "3"],
    ]);
    expect(marked(["2026-03-02", "2026-03-29"], { ...wide, width: 5 })).toEqual([[0.5, "1–2"]]);
  });

  it("keep the number they have in the list where an earlier note has no bucket", () => {
    expect(marked(["2026-02-01", "2026-03-03"])).toEqual([[0.125, "2"]]);
  });

  it("stand where an area has its bucket: the last one at the edge", () => {
    expect(marked(["2026-03-29"], { ...wide, form: "areas" })).toEqual([[11 / 12, "1"]]);
  });
});

describe("notes under a saved picture", () => {
  it("are one line each, numbered as in it", () => {
    const [line] = eventLines([noteOn("2026-03-03", { text: "Out\n at last" })], "en-GB");
    expect(line).toBe("▲ 1  3 Mar 2026 · Release: Out at last");
  });

  it("end with how many are left out", () => {
    const many = Array.from({ length: 25 }, (_, index) => noteOn("2026-03-03", { id: `${index}` }));
    const lines = eventLines(many, "en-GB");
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe("and 5 more notes");
  });
});
