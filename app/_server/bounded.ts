import { AppError } from "@/lib/errors";
import type { Context } from "@/lib/services/context";
import { createPace, createTurns, type Turns } from "./turns";

/** As many as a whole team's browsers ask at once. */
const requests = createTurns({ ofOne: 200, ofAll: 1_000 });
/** Of those who are not signed in, of whom many may stand behind one address. */
const strangers = createTurns({ ofOne: 50, ofAll: 500 });
/** Each reads a whole product. */
const wholeReadings = createTurns({ ofOne: 8, ofAll: 32 });
/** Each asks another server, as often as somebody types. */
const checks = createPace({ most: 60, perMs: 60_000 });
/** Each writes down what is to come back from the provider. */
const signIns = createPace({ most: 30, perMs: 60_000 });

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

/** The same for what reads a whole product to answer. */
export async function readingAll(ctx: Context, answer: () => Promise<Response>): Promise<Response> {
  return answer().finally(begun(wholeReadings, ctx, 5));
}

/** The same for the batches of an export, which is under way until its reader has it, or leaves. */
export function exporting<Batch>(
  ctx: Context,
  batches: AsyncIterable<Batch>,
): AsyncIterable<Batch> {
  const end = begun(wholeReadings, ctx, 10);
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

/** Lets a caller ask other servers so many times a minute. Errors: `rate_limited`. */
export function requireCheckPace(ctx: Context): void {
  const waitMs = checks.take(callerOf(ctx), ctx.now().getTime());
  if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000));
}

/** Lets an address begin to sign in elsewhere so many times a minute. Errors: `rate_limited`. */
export function requireSignInPace(ctx: Context, address: string): void {
  const waitMs = signIns.take(address, ctx.now().getTime());
  if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000));
}

function begun(turns: Turns, ctx: Context, retryAfterSeconds: number): () => void {
  const end = turns.begin(callerOf(ctx));
  if (end === null) throw tooMany(retryAfterSeconds);
  return end;
}

function callerOf({ actor }: Context): string {
  const who = "personId" in actor ? actor.personId : actor.name;
  return `${actor.workspaceId}/${who}`;
}

function tooMany(retryAfterSeconds: number): AppError {
  const message = `Too much is asked at once. Ask again in ${retryAfterSeconds} seconds.`;
  return new AppError("rate_limited", message, { retryAfterSeconds });
}
