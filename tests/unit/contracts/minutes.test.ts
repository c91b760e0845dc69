import { expect, test } from "vitest";
import { updateMeetingSchema } from "@/lib/contracts/meetings";
import { noMinutes } from "@/lib/domain/meeting";

const id = "5b6a1d0e-3c52-4d0c-9d6e-0f3a0a1f7c11";
const other = "5b6a1d0e-3c52-4d0c-9d6e-0f3a0a1f7c12";
const decision = { id, text: "Upgrade first.", owner: "ada" };
const followUp = { ...decision, dueOn: null };

const faults = (minutes: object) =>
  updateMeetingSchema
    .safeParse({ version: 1, minutes: { ...noMinutes, ...minutes } })
    .error?.issues.map(({ path }) => path.join("."));

test("each entry of the minutes has an id of its own", () => {
  expect(
    faults({ decisions: [decision], followUps: [{ ...followUp, id: other }] }),
  ).toBeUndefined();
  expect(faults({ decisions: [decision, decision] })).toEqual(["minutes.decisions.1.id"]);
  expect(faults({ decisions: [decision], followUps: [followUp] })).toEqual([
    "minutes.followUps.0.id",
  ]);
  const capitals = { ...decision, id: id.toUpperCase() };
  expect(faults({ decisions: [decision, capitals] })).toEqual(["minutes.decisions.1.id"]);
});
