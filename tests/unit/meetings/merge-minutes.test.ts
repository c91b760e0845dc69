import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Minutes, noMinutes } from "@/lib/domain/meeting";
import { joinTexts } from "@/lib/meetings/join-texts";
import { leftTexts } from "@/lib/meetings/left-texts";
import { mergeMinutes } from "@/lib/meetings/merge-minutes";
import {
  draftOf,
  isUnsaved,
  received,
  sending,
  settled,
  storable,
  storedAs,
  typed,
} from "@/lib/meetings/minutes-draft";

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
  const writing = (notes: string) => typed(draftOf({ version: 1, minutes: noMinutes }), { notes });
  const notesOf = (notes: string, version: number) => ({
    version,
    minutes: { ...noMinutes, notes },
  });

  test("is unsaved until it was stored, and what is typed meanwhile is unsaved still", () => {
    const draft = draftOf({ version: 1, minutes: noMinutes });
    const one = typed(draft, { notes: "One" });
    expect([isUnsaved(draft), isUnsaved(one)]).toEqual([false, true]);
    const after = storedAs(typed(one, { notes: "One, two" }), one.mine, 2);
    expect(after).toMatchObject({ version: 2, mine: { notes: "One, two" } });
    expect(isUnsaved(after)).toBe(true);
    expect(isUnsaved(storedAs(after, after.mine, 3))).toBe(false);
  });

  test("takes in what others stored, once, and keeps what is typed here", () => {
    const theirs = { version: 2, minutes: withDecisions(decision()) };
    const both = received(writing("Mine"), theirs);
    expect(both).toMatchObject({ version: 2, base: theirs.minutes, contested: [] });
    expect(both.mine).toEqual({ ...withDecisions(decision()), notes: "Mine" });
    expect(received(both, theirs)).toBe(both);
    expect(received(both, { version: 1, minutes: noMinutes })).toBe(both);
  });

  test("is nobody else's when an own save comes back before its answer, or without one", () => {
    const first = writing("One");
    const sent = typed(sending(first, first.mine), { notes: "One, two" });
    const again = typed(sending(sent, sent.mine), { notes: "One, two, three" });
    for (const back of ["One", "One, two"]) {
      const after = received(again, notesOf(back, 2));
      expect(after).toMatchObject({
        version: 2,
        contested: [],
        mine: { notes: "One, two, three" },
      });
      expect(isUnsaved(after)).toBe(true);
    }
    expect(received(again, notesOf("Somebody else’s", 2)).contested).toEqual(["notes"]);
  });

  test("what somebody else wrote in the same field stays stored until it is chosen what stays", () => {
    const both = received(writing("Mine"), notesOf("Theirs", 2));
    expect([both.mine.notes, storable(both).notes]).toEqual(["Mine", "Theirs"]);
    expect(isUnsaved(both)).toBe(false);
    const elsewhere = typed(both, { decisions: [decision()] });
    expect(storable(elsewhere)).toEqual({ ...withDecisions(decision()), notes: "Theirs" });
    expect(storable(settled(both, "notes")).notes).toBe("Mine");
    expect(typed(both, { notes: "Theirs" }).contested).toEqual([]);
    expect(received(both, notesOf("Mine", 3)).contested).toEqual([]);
    expect(received(both, notesOf("Theirs, more", 3)).contested).toEqual(["notes"]);
  });

  test("what two typed in one field is never lost, whatever is chosen", () => {
    expect(joinTexts("Theirs", "Mine", "\n")).toBe("Theirs\nMine");
    expect(joinTexts("Debt", "Debt first", "\n")).toBe("Debt first");
    expect(joinTexts("Debt first", "first", "\n")).toBe("Debt first");
  });

  test("what came too late is told place by place, and nothing that is in the record", () => {
    const stored = { ...withDecisions(decision()), notes: "Saved" };
    const mine = {
      ...withDecisions(decision({ owner: "Bo" }), decision({ id: "b", text: "Late" })),
      attendance: { pm: "", engineering: "Grace" },
      notes: "Saved",
      kept: { x: { outcome: "kept" as const, remark: "At last" } },
    };
    expect(leftTexts(stored, stored)).toEqual([]);
    expect(leftTexts(stored, mine)).toEqual([
      "Decision: Debt first (Bo)",
      "Decision: Late",
      "There for engineering: Grace",
      "What became of an earlier decision: Kept: At last",
    ]);
  });

  test("the order in which a database gives the fields means no change", () => {
    const [one] = withDecisions(decision()).decisions;
    const turned = { owner: one?.owner ?? "", text: one?.text ?? "", id: "a" };
    const draft = { ...draftOf({ version: 1, minutes: withDecisions(decision()) }) };
    expect(isUnsaved({ ...draft, mine: withDecisions(turned) })).toBe(false);
  });
});
