import { expect, test } from "vitest";
import { csvHeader, csvLine } from "@/lib/contracts/items-csv";
import { listedItem } from "@/tests/setup/listed-item";

const item = listedItem({
  id: "00000000-0000-4000-8000-000000000001",
  source: "00000000-0000-4000-8000-000000000002",
  key: "owner/name#1",
  number: 1,
  url: "https://github.com/owner/name/issues/1",
  title: "A title",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  points: -2,
});

const titleCell = (title: string) => csvLine({ ...item, title }).slice("owner/name#1,".length);

test.each(["=1+1", "+1", "-1", "@sum(A1)", "\t=1", "\r=1", " =1+1", "\n=1"])(
  "a title that a spreadsheet would run is made text: %j",
  (title) => {
    expect(titleCell(title)).toMatch(/^"?'/);
  },
);

test("a number stays a number, also a negative one", () => {
  expect(csvLine(item)).toContain(",-2,");
});

test("commas, quotes and line ends stay inside their cell", () => {
  expect(titleCell('a "b", c\nd')).toMatch(/^"a ""b"", c\nd",/);
});

test("components, sprint, milestone and everybody assigned have their columns", () => {
  const placed = { components: ["Web", "Ledger"], sprint: "Sprint 7", milestone: "2.0" };
  const assignees = ["ada", "grace"];
  expect(csvHeader).toMatch(/,components,sprint,milestone,assignees\r\n$/);
  expect(csvLine({ ...item, ...placed, assignees })).toMatch(
    /,Web; Ledger,Sprint 7,2\.0,ada; grace\r\n$/,
  );
});

test("a line has as many cells as the header", () => {
  expect(csvLine(item).split(",")).toHaveLength(csvHeader.split(",").length);
});
