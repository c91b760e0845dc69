import { formatCount } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import { classifiedOf, drawnOf } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";
import { noSprint } from "@/lib/domain/sprint";

/** Below this, one item more or less moves a share by ten points or more. */
const fewItems = 10;

/** What a careful reader should know before quoting the headline; most important first. */
export function headlineNotes(balance: Balance, today: string, locale: string): string[] {
  const { counts, unestimated } = balance.totals;
  const notes: string[] = [];
  const classified = classifiedOf(counts);
  if (balance.unit === "items" && classified > 0 && classified < fewItems) {
    notes.push(
      `Few items: one more or less moves a share by ${Math.round(100 / classified)} points.`,
    );
  }
  if (unestimated > 0) {
    const { lacking, noun } = unitWords[balance.unit];
    const items = formatCount(unestimated, "item", locale);
    notes.push(`${items} ${lacking} ${unestimated === 1 ? "adds" : "add"} no ${noun}s.`);
  }
  if (drawnOf(counts) === 0) return notes;
  const first = balance.buckets.at(0);
  const last = balance.buckets.at(-1);
  if (last && !last.complete && last.name !== noSprint) {
    notes.push(
      balance.to >= today
        ? `The last ${balance.bucket} is not over yet.`
        : `The last ${balance.bucket} is cut by the chosen days.`,
    );
  }
  if (first && first !== last && !first.complete && first.name !== noSprint) {
    notes.push(`The first ${balance.bucket} is cut by the chosen days.`);
  }
  return notes;
}
