import { plainMarkdown } from "@/lib/agreements/inert-text";
import { dayOf } from "@/lib/balance/calendar";
import type { Meeting } from "@/lib/contracts/meetings";
import { categoryWords } from "@/lib/domain/glossary";
import { checkPlan } from "@/lib/plan/check-plan";
import { planSentence } from "@/lib/plan/plan-words";
import { balancePart } from "./balance-part";
import { bulletList, markdownTable } from "./markdown";
import {
  entryWords,
  outcomeWords,
  saidSince,
  settledWords,
  stateWords,
  subjectOf,
} from "./record-words";
import { debtAtEnd, dividedBy, startWords, steadyWords } from "./what-if-words";

/** The record of a meeting as a Markdown document; of an open one, as it stands. */
export function meetingMarkdown(meeting: Meeting): string {
  const { product, startedAt, closedAt, minutes, opening, happened } = meeting;
  const parts = [
    `# Meeting of ${plainMarkdown(product.name)}, ${meetingDay(meeting)}`,
    closedAt
      ? `Started ${startedAt}, closed ${closedAt}. The numbers are as they were known when it started.`
      : `Started ${startedAt}, still open: this is no record yet.`,
    "## Who was there",
    bulletList([
      `Product manager: ${plainMarkdown(minutes.attendance.pm) || "nobody named"}`,
      `Engineering: ${plainMarkdown(minutes.attendance.engineering) || "nobody named"}`,
    ]),
    ...goalsPart(meeting),
    "## Since last time",
    bulletList(sinceLines(meeting)),
    "## The balance",
    balancePart(opening.balance),
    "## What if",
    whatIfPart(meeting),
    "## Agreed",
    bulletList(
      happened.agreements.flatMap((agreement) =>
        [...saidSince(agreement, startedAt), `${stateWords[agreement.state]}.`].map((said) =>
          plainMarkdown(`${subjectOf(agreement)}: ${said}`),
        ),
      ),
    ),
    "## Settled in this meeting",
    bulletList(
      happened.settled.map((one) => plainMarkdown(`${one.key} ${one.title}: ${settledWords(one)}`)),
    ),
    "## The next plan",
    planPart(meeting),
    "## Decisions",
    bulletList(minutes.decisions.map((one) => plainMarkdown(entryWords(one)))),
    "## Follow-ups",
    bulletList(minutes.followUps.map((one) => plainMarkdown(entryWords(one)))),
    "## Notes",
    minutes.notes === "" ? "None." : plainParagraphs(minutes.notes),
  ];
  return `${parts.join("\n\n")}\n`;
}

function goalsPart({ opening: { stage } }: Meeting): string[] {
  if (!stage?.goals) return [];
  return [`## Goals of ${plainMarkdown(stage.name)}`, plainParagraphs(stage.goals)];
}

/** Lines as paragraphs of plain text. */
function plainParagraphs(text: string): string {
  return text.split(/\n+/).map(plainMarkdown).join("\n\n");
}

/** The day of the product's time zone on which it began. */
export function meetingDay({ product, startedAt }: Pick<Meeting, "product" | "startedAt">): string {
  return dayOf(new Date(startedAt), product.timeZone);
}

function sinceLines({ opening: { previous }, minutes: { kept } }: Meeting): string[] {
  if (!previous) return [];
  return [...previous.decisions, ...previous.followUps].map((entry) => {
    const { outcome = null, remark = "" } = kept[entry.id] ?? {};
    const said = outcome ? outcomeWords[outcome] : "Not said";
    return plainMarkdown(`${entryWords(entry)}: ${said}${remark ? `. ${remark}` : ""}`);
  });
}

function planPart({ happened: { plan } }: Meeting): string {
  if (!plan) return "Nothing was chosen.";
  const items = plan.items.map((item) => ({
    ...item,
    category: item.category ?? ("unclassified" as const),
  }));
  const sentence = planSentence(checkPlan(items, plan.target));
  const lines = plan.items.map(({ key, title, category }) =>
    plainMarkdown(`${key} ${title} (${categoryWords[category ?? "unclassified"].name})`),
  );
  return `${sentence}\n\n${bulletList(lines)}`;
}

function whatIfPart({ happened: { whatIf } }: Meeting): string {
  if (!whatIf) return "Not kept.";
  if (whatIf.scenarios.length === 0) return plainMarkdown(whatIf.reason ?? "Nothing can be said.");
  const rows = whatIf.scenarios.map((one) => [
    plainMarkdown(one.name),
    dividedBy(one),
    debtAtEnd(one),
    steadyWords(one),
  ]);
  const columns = ["Way", "Divided", "Open tech debt at the end, P50 (P10–P90)", "Open tech debt"];
  return `${startWords(whatIf)}\n\n${markdownTable(columns, rows)}`;
}
