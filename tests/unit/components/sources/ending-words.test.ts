import { expect, test } from "vitest";
import { endingChoices } from "@/components/sources/ending-words";

test("an ending's first choice is what it counts as by itself, and the others are meanings", () => {
  expect(endingChoices("not_planned")).toEqual([
    { value: "", label: "Not planned (default)", meaning: null },
    { value: "completed", label: "Delivered", meaning: "completed" },
    { value: "duplicate", label: "Duplicate", meaning: "duplicate" },
  ]);
  expect(endingChoices(null).map(({ value }) => value)).toEqual([
    "",
    "completed",
    "not_planned",
    "duplicate",
  ]);
});
