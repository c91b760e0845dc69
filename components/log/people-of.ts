import type { Member } from "@/lib/contracts/accounts";

export type Doer = { personId: string; name: string };

/** Whose deeds can be asked for: the members, then those who left and still stand in the log. */
export function peopleOf(
  members: readonly Member[],
  doers: readonly Doer[],
): { value: string; label: string }[] {
  const present = new Set(members.map(({ personId }) => personId));
  const left = doers.filter(({ personId }) => !present.has(personId));
  return [
    ...members.map(({ personId, name }) => ({ value: personId, label: name })),
    ...left.map(({ personId, name }) => ({ value: personId, label: `${name}, who left` })),
  ];
}
