import { describe, expect, it } from "vitest";
import { itemsBehind } from "@/components/balance/items-behind";
import { chartedCategories } from "@/lib/domain/category";
import { balanceOf } from "./sample-balance";

const bucket = { start: "2026-08-28", end: "2026-09-06" };

describe("the question behind a clicked number", () => {
  it("asks for what the measure counts, on the bucket's days", () => {
    const clicked = { bucket: { start: "2026-09-07", end: "2026-09-13" }, category: null };
    const drawn = { category: [...chartedCategories] };
    expect(itemsBehind(balanceOf(), clicked, {})).toEqual({
      ...drawn,
      doneFrom: "2026-09-07",
      doneTo: "2026-09-13",
    });
    expect(itemsBehind(balanceOf({ measure: "opened" }), clicked, {})).toEqual({
      ...drawn,
      openedFrom: "2026-09-07",
      openedTo: "2026-09-13",
    });
    expect(itemsBehind(balanceOf({ measure: "open" }), clicked, {})).toEqual({
      ...drawn,
      openOn: "2026-09-13",
    });
  });

  it("never reaches beyond the asked range", () => {
    const asked = itemsBehind(balanceOf(), { bucket, category: "feature" }, {});
    expect(asked).toMatchObject({ doneFrom: "2026-08-31", doneTo: "2026-09-06" });
  });

  it("leaves the excluded out of a whole bar, and finds them when they are asked for", () => {
    expect(itemsBehind(balanceOf(), { bucket, category: null }, {}).category).not.toContain(
      "excluded",
    );
    expect(itemsBehind(balanceOf(), { bucket, category: "excluded" }, {}).category).toEqual([
      "excluded",
    ]);
  });

  it("keeps the filters in force", () => {
    const asked = itemsBehind(balanceOf(), { bucket: null, category: null }, { label: ["bug"] });
    expect(asked).toMatchObject({ label: ["bug"], doneFrom: "2026-08-31", doneTo: "2026-11-22" });
  });

  it("finds what is contested in every category, the excluded too, and only that", () => {
    const clicked = { bucket: null, category: null, contested: true } as const;
    expect(itemsBehind(balanceOf(), clicked, {})).toEqual({
      contested: "true",
      doneFrom: "2026-08-31",
      doneTo: "2026-11-22",
    });
  });

  it("asks for the items as they were known where the number is of the past", () => {
    const clicked = { bucket: null, category: "feature" } as const;
    const asked = itemsBehind(balanceOf(), clicked, { asKnownAt: "2026-11-20" });
    expect(asked).toMatchObject({ asKnownAt: "2026-11-20", category: ["feature"] });
  });
});
