import { describe, expect, it } from "vitest";
import { dayFilterChips } from "@/components/items/day-filter-words";
import { activeFilters, noFilters } from "@/components/items/filter-parameters";
import { filterChips } from "@/components/items/filter-words";
import { itemsPageAddress } from "@/components/items/items-page-address";
import { exportAddress } from "@/components/items/items-query";

const none = noFilters;
const names = { source: (id: string) => `source ${id}`, team: (id: string) => `team ${id}` };

describe("the filters in force", () => {
  it("are each named, and each can be taken away alone", () => {
    const chips = filterChips({ ...none, q: "door", label: ["bug", "ui, shell"] }, names);
    expect(chips).toEqual([
      { name: "Text: door", without: { q: null } },
      { name: "Label: bug", without: { label: ["ui, shell"] } },
      { name: "Label: ui, shell", without: { label: ["bug"] } },
    ]);
  });

  it("leave nothing behind when the last of a kind goes", () => {
    const [chip] = filterChips({ ...none, state: ["open"] }, names);
    expect(chip?.without).toEqual({ state: null });
  });

  it("call a team and a source by their names", () => {
    const chips = filterChips({ ...none, team: ["1"], source: ["2"], epic: ["PAY-1"] }, names);
    expect(chips.map(({ name }) => name)).toEqual([
      "Team: team 1",
      "Epic: PAY-1",
      "Source: source 2",
    ]);
  });

  it("are told from what else a view holds, and from what is empty", () => {
    const view = { ...none, component: ["web"], sprint: [], period: "12w", measure: "done" };
    expect(activeFilters(view)).toEqual({ component: ["web"] });
  });

  it("name the days a bar handed over", () => {
    const days = { doneFrom: null, doneTo: null, openedFrom: null, openedTo: null, openOn: null };
    const [chip] = dayFilterChips(
      { ...days, doneFrom: "2026-03-02", doneTo: "2026-03-08" },
      "en-GB",
    );
    expect(chip?.name).toMatch(/^Done 2\s?–\s?8 Mar 2026$/);
    expect(chip?.without).toEqual({ doneFrom: null, doneTo: null });
  });
});

describe("the addresses of a set of items", () => {
  const query = { category: ["feature" as const], label: ["a,b", "c"], doneTo: "2026-03-08" };

  it("repeat a label for the export, so that commas in it survive", () => {
    expect(exportAddress("p1", query)).toBe(
      "/api/products/p1/items?category=feature&label=a%2Cb&label=c&doneTo=2026-03-08&format=csv",
    );
  });

  it("name the page with the same filters", () => {
    const { searchParams } = new URL(itemsPageAddress("p1", query), "http://host");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      category: "feature",
      doneTo: "2026-03-08",
    });
  });
});
