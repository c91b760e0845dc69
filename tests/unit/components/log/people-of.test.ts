import { expect, test } from "vitest";
import { peopleOf } from "@/components/log/people-of";

test("who left can be chosen after the members, and a member is there once", () => {
  const ada = {
    ...{ personId: "1", name: "Ada", email: "ada@example.com", role: "owner" as const },
    ...{ productRoles: {}, joinedAt: "2026-03-01T00:00:00Z" },
  };
  const doers = [
    { personId: "1", name: "Ada, as she was called" },
    { personId: "2", name: "Linus" },
  ];
  expect(peopleOf([ada], doers)).toEqual([
    { value: "1", label: "Ada" },
    { value: "2", label: "Linus, who left" },
  ]);
});
