import { targetWords } from "@/components/balance/agreed-words";
import { formatDay } from "@/components/ui/format";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Note } from "@/lib/contracts/notes";
import type { Stage } from "@/lib/contracts/stages";
import type { Days } from "@/lib/domain/balance";
import type { NoteKind } from "@/lib/domain/note";

/** What is marked on a day of the chart: what people wrote, and what they settled elsewhere. */
export type ChartEvent = Pick<Note, "id" | "day" | "text"> & {
  kind: NoteKind | "stage" | "agreement";
};

/** `agreements` hold the exceptions too. */
type Settled = { notes: Note[]; stages: Stage[]; agreements: Agreement[] };

/** The events on some days, by day: a stage that begins, what is agreed for it from then on, notes. */
export function chartEvents(
  { notes, stages, agreements }: Settled,
  { from, to }: Days,
  locale: string,
): ChartEvent[] {
  const begun = stages.map(({ id, name, startsOn }): ChartEvent => {
    return { id, day: startsOn, kind: "stage", text: `${name} begins.` };
  });
  const agreed = agreements.flatMap(
    ({ id, days, stage, team, exception, shares, tolerance }): ChartEvent[] => {
      if (days === null) return [];
      const share = targetWords(
        { feature: shares.feature / 100, tolerance: tolerance / 100 },
        locale,
      );
      const whom = team ? `${stage}, team ${team.name}` : stage;
      const until =
        exception && days.to ? `, as an exception until ${formatDay(days.to, locale)}` : "";
      const text = `In force for ${whom}${until}: ${share} % new features.`;
      return [{ id, day: days.from, kind: "agreement", text }];
    },
  );
  // Sorting keeps their order within a day.
  return [...begun, ...agreed, ...notes]
    .filter(({ day }) => from <= day && day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
