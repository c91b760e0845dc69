import { expect, test } from "vitest";
import { chosenId, pointsChoices } from "@/components/sources/points-choices";

const fields = [
  { id: "customfield_1", name: "Story Points", isLikely: true },
  { id: "customfield_2", name: "Story points", isLikely: true },
  { id: "customfield_3", name: "Effort", isLikely: false },
];
const valuesOf = (chosen: string) =>
  pointsChoices(fields, chosen).flatMap((choice) =>
    "items" in choice ? choice.items.map(({ value }) => value) : [choice.value],
  );

test("fields of one name can be told apart, and what looks like points comes first", () => {
  expect(valuesOf("")).toEqual(["", "customfield_1", "customfield_2", "customfield_3"]);
  const labels = pointsChoices(fields, "").flatMap((choice) =>
    "items" in choice ? choice.items.map(({ label }) => label) : [],
  );
  expect(new Set(labels).size).toBe(3);
});

test("a field chosen by its name is known by its id; one that is gone stays to be seen", () => {
  expect(chosenId(fields, " effort ")).toBe("customfield_3");
  expect(chosenId(fields, "customfield_2")).toBe("customfield_2");
  expect(chosenId(fields, "Velocity")).toBeNull();
  expect(valuesOf("Velocity")).toContain("Velocity");
});
