import { tenthsTogether } from "@/components/balance/points-words";
import { groupingNames, groupValue } from "@/components/items/group-words";
import type { Movers } from "@/lib/contracts/movers";
import type { Grouping } from "@/lib/domain/grouping";

/** A group as the list and the sentence show it. */
export type MoverLine = Pick<Movers["movers"][number], "before" | "after" | "contribution"> & {
  key: string;
  /** In a list headed by what the groups are: `checkout`, `No label`, `12 other labels`. */
  name: string;
  /** Within a sentence: `label checkout`, `what has no label`. */
  spoken: string;
  /** Tenths of a point; those of all lines add up to those of the change. */
  tenths: number;
  /** Its items, as a list names them. */
  group: { groupBy: Grouping; group?: string[]; groupNot?: string[] };
};

/** The lines of an answer, the rest last. */
export function moverLines(answer: Movers): MoverLine[] {
  const { by, movers, rest, change } = answer;
  const noun = groupingNames[by].toLowerCase();
  const all = [...movers, ...(rest ? [rest] : [])];
  const contributions = all.map(({ contribution }) => contribution);
  const tenths = tenthsTogether(contributions, change ?? 0);
  const values = movers.flatMap(({ value }) => (value === null ? [] : [value]));
  return all.map((one, index) => {
    const { before, after, contribution } = one;
    const figures = { before, after, contribution, tenths: tenths[index] ?? 0 };
    if ("groups" in one) {
      const name = `${one.groups} other ${noun}s`;
      const group = { groupBy: by, groupNot: values };
      return { ...figures, key: "rest", name, spoken: name, group };
    }
    if (one.value === null) {
      const spoken = `what has no ${noun}`;
      return { ...figures, key: "none", name: `No ${noun}`, spoken, group: { groupBy: by } };
    }
    const name = lineName(by, one.value, one.name);
    const group = { groupBy: by, group: [one.value] };
    return { ...figures, key: `value ${one.value}`, name, spoken: `${noun} ${name}`, group };
  });
}

/** `PAY-12 Refunds`, a source's or a kind's name, or the value itself. */
function lineName(by: Grouping, value: string, name: string | null): string {
  if (by === "epic" && name !== null) return `${value} ${name}`;
  return groupValue(by, value, () => name ?? "unknown");
}
