import {
  agreedBandWords,
  amountWords,
  countWords,
  shareWords,
} from "@/lib/agreements/amount-words";
import { plainMarkdown } from "@/lib/agreements/inert-text";
import type { Balance } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { noSprint } from "@/lib/domain/sprint";
import { markdownTable } from "./markdown";

/** The balance that a meeting began with, in Markdown, with all that its figures leave out. */
export function balancePart(balance: Balance): string {
  const { from, to, unit, totals, drift } = balance;
  const counted = chartedCategories.map((category) => {
    const share = category === "unclassified" ? null : totals.shares[category];
    const { name } = categoryWords[category];
    return [name, amountWords(totals.counts[category]), share === null ? "" : shareWords(share)];
  });
  const excluded = [categoryWords.excluded.name, amountWords(totals.excluded), ""];
  const rows = totals.excluded > 0 ? [...counted, excluded] : counted;
  const agreed = drift && {
    stage: plainMarkdown(drift.stage),
    band: agreedBandWords({ feature: drift.agreed, tolerance: drift.tolerance }),
  };
  return [
    `${from} to ${to}, in ${unitWords[unit].name.toLowerCase()}`,
    markdownTable(["Category", "Amount", "Share"], rows),
    ...leftOut(balance),
    ...(agreed ? [`Agreed for ${agreed.stage}: ${agreed.band}.`] : []),
  ].join("\n\n");
}

function leftOut({ unit, bucket, buckets, totals, stale }: Balance): string[] {
  const { lacking, noun } = unitWords[unit];
  const contested = contestedOf(totals);
  const last = buckets.at(-1);
  const said = [
    totals.unestimated > 0 ? `${countWords(totals.unestimated, "item")} ${lacking}.` : "",
    contested > 0 ? `${countWords(contested, noun)} contested.` : "",
    last && !last.complete && last.name !== noSprint ? `The last ${bucket} was not over.` : "",
    stale ? plainMarkdown(`These figures may be old: ${stale.why}`) : "",
  ].filter(Boolean);
  return said.length > 0 ? [said.join(" ")] : [];
}
