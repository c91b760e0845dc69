import { AppError } from "@/lib/errors";
import { isOwner } from "@/lib/rights/actor";
import type { Context } from "@/lib/services/context";
import { callerOf } from "./caller";
import { createTurns, type Turns } from "./turns";

/** As many as a whole team's browsers ask at once. */
const requests = createTurns({ ofOne: 200, ofAll: 1_000 });
/** Of those who are not signed in, of whom many may stand behind one address. */
const strangers = createTurns({ ofOne: 50, ofAll: 500 });
/** Each reads a whole product. */
const wholeReadings = createTurns({ ofOne: 8, ofAll: 32 });
/** The same by where they come from: many accounts at one address leave turns to the others. */
const wholeReadingsThere = createTurns({ ofOne: 16, ofAll: 32 });

const mostExportMs = 15 * 60_000;

/** Answers a request, so many at once of one caller and of all. Errors: `rate_limited`. */
export async function inTurn(
  ctx: Context,
  address: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  // Strangers are told apart by where they come from: one must not keep all others out.
  if (ctx.actor.kind !== "nobody") return answer().finally(begun(requests, ctx, 2));
  const end = strangers.begin(address);
  if (end === null) throw tooMany(2);
  return answer().finally(end);
}

type Asking = { ctx: Context; request: Request };

/** The same for what reads a whole product to answer, of one caller and from one address. */
export async function readingAll(
  asking: Asking,
  answer: () => Promise<Response>,
): Promise<Response> {
  return answer().finally(begunWhole(asking, 5));
}

/** The same for the batches of an export, which is under way until its reader has it, or leaves. */
export function exporting<Batch>(
  asking: Asking,
  batches: AsyncIterable<Batch>,
): AsyncIterable<Batch> {
  const end = begunWhole(asking, 10);
  // A reader may be gone without anybody being told.
  setTimeout(end, mostExportMs).unref();
  const source = batches[Symbol.asyncIterator]();
  const iterator: AsyncIterator<Batch> = {
    async next() {
      try {
        const step = await source.next();
        if (step.done) end();
        return step;
      } catch (error) {
        end();
        throw error;
      }
    },
    // A reader that leaves before the first batch has begun nothing that could end by itself.
    async return() {
      end();
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

function begunWhole({ ctx, request }: Asking, retryAfterSeconds: number): () => void {
  const end = begun(wholeReadings, ctx, retryAfterSeconds);
  // Others in the same office do not keep an owner from working.
  if (isOwner(ctx.actor)) return end;
  const endThere = wholeReadingsThere.begin(callerOf(request, ctx).address);
  if (endThere === null) {
    end();
    throw tooMany(retryAfterSeconds);
  }
  return () => {
    end();
    endThere();
  };
}

function begun(turns: Turns, ctx: Context, retryAfterSeconds: number): () => void {
  const end = turns.begin(nameOf(ctx));
  if (end === null) throw tooMany(retryAfterSeconds);
  return end;
}

function nameOf({ actor }: Context): string {
  const who = "personId" in actor ? actor.personId : actor.name;
  return `${actor.workspaceId}/${who}`;
}

function tooMany(retryAfterSeconds: number): AppError {
  const message = `Too much is asked at once. Ask again in ${retryAfterSeconds} seconds.`;
  return new AppError("rate_limited", message, { retryAfterSeconds });
}
