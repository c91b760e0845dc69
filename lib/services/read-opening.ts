import { findLastClosed } from "@/db/queries/meetings";
import type { ProductRow } from "@/db/schema";
import { presentStage } from "@/lib/agreements/present-stage";
import { bucketStart, dayOf } from "@/lib/balance/calendar";
import { dayNumber, dayText } from "@/lib/balance/day-number";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { getFlowSchema } from "@/lib/contracts/flow";
import type { Opening } from "@/lib/contracts/meetings";
import { getMoversSchema } from "@/lib/contracts/movers";
import type { Basis } from "@/lib/domain/agreement";
import type { Context } from "./context";
import { getBalance } from "./get-balance";
import { getFlow } from "./get-flow";
import { getMovers } from "./get-movers";
import { listNotes } from "./list-notes";
import { listStages } from "./list-stages";
import { readAgreedOn } from "./meeting-basis";

/** Whole weeks that a meeting looks back at, the running one included. */
const weeksBack = 12;
/** Days that are told one by one; more are told by week. */
const mostDays = 92;

const nothingAgreed: Basis = { measure: "done", unit: "items" };

/** What a meeting shows: every answer as known at the instant at which it starts. */
export async function readOpening(
  ctx: Context,
  product: ProductRow,
  startedAt: Date,
): Promise<Opening> {
  const { id: productId, workspaceId, timeZone } = product;
  const at = { ...ctx, now: () => startedAt };
  const { from, to } = recentWeeks(product, startedAt);
  const agreed = await readAgreedOn(at, product, to);
  const { measure, unit } = agreed?.basis ?? nothingAgreed;
  const ahead = unit === "effort_days" ? "items" : unit;
  const asked = { from, to, asKnownAt: startedAt.toISOString() };
  const balanceOf = (query: object) =>
    getBalance({
      ctx: at,
      input: { productId, query: getBalanceSchema.parse({ ...asked, ...query }) },
    });
  const last = await findLastClosed(ctx.db, { workspaceId, productId });
  const lastDay = last && dayOf(last.startedAt, timeZone);
  const noted = { from: lastDay && lastDay < from ? lastDay : from, to };
  const [balance, stock, movers, flow, notes, stages, since] = await Promise.all([
    balanceOf({ measure, unit }),
    balanceOf({ measure: "open", unit: ahead }),
    getMovers({
      ctx: at,
      input: { productId, query: getMoversSchema.parse({ ...asked, measure, unit, limit: 8 }) },
    }),
    getFlow({
      ctx: at,
      input: { productId, query: getFlowSchema.parse({ ...asked, unit: ahead }) },
    }),
    listNotes({ ctx, input: { productId, query: noted } }),
    listStages({ ctx, input: { productId } }),
    lastDay ? balanceOf({ measure, unit, from: lastDay, bucket: bucketSince(lastDay, to) }) : null,
  ]);
  const previous = last && {
    id: last.id,
    startedAt: last.startedAt.toISOString(),
    decisions: last.minutes.decisions,
    followUps: last.minutes.followUps,
  };
  const present = presentStage(stages.items, to);
  return {
    product: { name: product.name, timeZone },
    stage: present ? { name: present.name, goals: present.goals } : null,
    ...{ balance, stock, movers, flow, notes: notes.items, since, previous },
  };
}

/** The last twelve weeks, by the product's own first day of the week. */
export function recentWeeks(
  { timeZone, weekStart }: ProductRow,
  at: Date,
): { from: string; to: string } {
  const to = dayOf(at, timeZone);
  const thisWeek = dayNumber(bucketStart(to, "week", weekStart));
  return { from: dayText(thisWeek - 7 * (weeksBack - 1)), to };
}

function bucketSince(from: string, to: string): "day" | "week" {
  return dayNumber(to) - dayNumber(from) < mostDays ? "day" : "week";
}
