import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Minutes, noMinutes } from "@/lib/domain/meeting";
import { mergeMinutes } from "@/lib/meetings/merge-minutes";
import { draftOf, isUnsaved, received, stored } from "@/lib/meetings/minutes-draft";

const id = fc.constantFrom("a", "b", "c", "d");
const text = fc.constantFrom("", "one", "two", "three");
const entries = fc.uniqueArray(fc.record({ id, text, owner: text }), { selector: (one) => one.id });
const minutes: fc.Arbitrary<Minutes> = fc.record({
  attendance: fc.record({ pm: text, engineering: text }),
  notes: text,
  decisions: entries,
  followUps: fc.constant([]),
  kept: fc.dictionary(
    id,
    fc.record({ outcome: fc.constantFrom("kept" as const, null), remark: text }),
  ),
});

const decision = (change: object = {}) => ({ id: "a", text: "Debt first", owner: "", ...change });
const withDecisions = (...decisions: Minutes["decisions"]) => ({ ...noMinutes, decisions });

describe("two changes of the same minutes", () => {
  test("what only one of them changed is as that one has it, and nothing is in conflict", () => {
    fc.assert(
      fc.property(minutes, minutes, (base, changed) => {
        for (const [mine, theirs] of [
          [changed, base],
          [base, changed],
        ] as const) {
          const merged = mergeMinutes(base, mine, theirs);
          expect(merged.conflicts).toEqual([]);
          const byId = (list: Minutes["decisions"]) =>
            [...list].sort((x, y) => x.id.localeCompare(y.id));
          expect(byId(merged.minutes.decisions)).toEqual(byId(changed.decisions));
          expect(merged.minutes.notes).toBe(changed.notes);
          expect(merged.minutes.attendance).toEqual(changed.attendance);
        }
      }),
    );
  });

  test("whatever either of them wrote is in what comes of it, or told as a conflict", () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, (base, mine, theirs) => {
        const { minutes: merged, conflicts } = mergeMinutes(base, mine, theirs);
        for (const own of mine.decisions) {
          const before = base.decisions.find((one) => one.id === own.id);
          if (before && before.text === own.text && before.owner === own.owner) continue;
          const now = merged.decisions.find((one) => one.id === own.id);
          expect(now).toBeDefined();
          if (own.text !== before?.text) expect(now?.text).toBe(own.text);
        }
        for (const other of theirs.decisions) {
          const before = base.decisions.find((one) => one.id === other.id);
          if (before && before.text === other.text && before.owner === other.owner) continue;
          const now = merged.decisions.find((one) => one.id === other.id);
          expect(now).toBeDefined();
          if (other.text === before?.text || now?.text === other.text) continue;
          expect(conflicts.map(({ theirs: said }) => said)).toContain(other.text);
        }
      }),
    );
  });

  test("of a text that both changed ours stays and theirs is told", () => {
    const base = withDecisions(decision());
    const mine = withDecisions(decision({ text: "Debt at last" }));
    const theirs = withDecisions(decision({ text: "Features first", owner: "Bo" }));
    expect(mergeMinutes(base, mine, theirs)).toEqual({
      minutes: withDecisions(decision({ text: "Debt at last", owner: "Bo" })),
      conflicts: [{ field: "decisions.a.text", mine: "Debt at last", theirs: "Features first" }],
    });
  });

  test("an entry that one removes goes, unless the other has changed it", () => {
    const base = withDecisions(decision());
    const changed = withDecisions(decision({ owner: "Bo" }));
    expect(mergeMinutes(base, noMinutes, base).minutes.decisions).toEqual([]);
    expect(mergeMinutes(base, base, noMinutes).minutes.decisions).toEqual([]);
    expect(mergeMinutes(base, noMinutes, changed).minutes).toEqual(changed);
    expect(mergeMinutes(base, changed, noMinutes).minutes).toEqual(changed);
  });
});

describe("what is being written", () => {
  test("is unsaved until it was stored, and what is typed meanwhile is unsaved still", () => {
    const draft = draftOf({ version: 1, minutes: noMinutes });
    const typed = { ...draft, mine: { ...noMinutes, notes: "One" } };
    expect([isUnsaved(draft), isUnsaved(typed)]).toEqual([false, true]);
    const typedOn = { ...typed, mine: { ...noMinutes, notes: "One, two" } };
    const after = stored(typedOn, typed.mine, 2);
    expect(after).toMatchObject({ version: 2, mine: { notes: "One, two" } });
    expect(isUnsaved(after)).toBe(true);
    expect(isUnsaved(stored(after, after.mine, 3))).toBe(false);
  });

  test("takes in what others stored, once, and keeps what is typed here", () => {
    const typed = {
      ...draftOf({ version: 1, minutes: noMinutes }),
      mine: { ...noMinutes, notes: "Mine" },
    };
    const theirs = { version: 2, minutes: withDecisions(decision()) };
    const both = received(typed, theirs);
    expect(both).toMatchObject({ version: 2, base: theirs.minutes, conflicts: [] });
    expect(both.mine).toEqual({ ...withDecisions(decision()), notes: "Mine" });
    expect(received(both, theirs)).toBe(both);
    expect(received(both, { version: 1, minutes: noMinutes })).toBe(both);
  });

  test("the order in which a database gives the fields means no change", () => {
    const [one] = withDecisions(decision()).decisions;
    const turned = { owner: one?.owner ?? "", text: one?.text ?? "", id: "a" };
    const draft = { ...draftOf({ version: 1, minutes: withDecisions(decision()) }) };
    expect(isUnsaved({ ...draft, mine: withDecisions(turned) })).toBe(false);
  });
});
