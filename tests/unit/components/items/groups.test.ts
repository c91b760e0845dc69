import { expect, it } from "vitest";
import { groupFilterName } from "@/components/items/group-words";

const nothing = { groupBy: null, group: null, groupNot: null };
const nameOf = (id: string) => `name of ${id}`;

it("the groups that a list is narrowed to are named in words", () => {
  const say = (filter: Partial<Parameters<typeof groupFilterName>[0]>) =>
    groupFilterName({ ...nothing, ...filter }, nameOf);
  expect(say({})).toBeNull();
  expect(say({ groupBy: "label", group: ["a, b"] })).toBe("Label: a, b");
  expect(say({ groupBy: "label" })).toBe("No label");
  expect(say({ groupBy: "label", groupNot: ["a", "b"] })).toBe("Another label than a, b");
  expect(say({ groupBy: "source", group: ["s1"] })).toBe("Source: name of s1");
  expect(say({ groupBy: "kind", group: ["flaky_test"] })).not.toContain("_");
});
