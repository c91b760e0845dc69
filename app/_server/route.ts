import type { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Context } from "@/lib/services/context";
import { requireRoute } from "@/lib/services/require-route";
import { inTurn } from "./bounded";
import { callerOf } from "./caller";
import { contextOf } from "./context";
import { errorAnswer } from "./error-answer";
import { requirePageWorkspace } from "./page-workspace";
import { parseInput } from "./parse-input";
import { readText } from "./read-bytes";
import { getRuntime } from "./runtime";
import { requireSameSite } from "./same-site";
import { requireFindable, requireStorable } from "./storable-input";

const mostMebibytes = 1;

type Handler<Params> = (call: {
  ctx: Context;
  request: Request;
  params: Params;
}) => Promise<Response>;

/** A route: checks where the request comes from and of which workspace, hands over the context, maps errors once. */
export function route<Params = Record<string, never>>(handler: Handler<Params>) {
  return handled(handler, ({ identity, outgoing }, request) =>
    requireSameSite(request, identity && outgoing.baseUrl),
  );
}

/**
 * A route that is come to by any name and from anywhere: its handler must do nothing before it has
 * checked a signature, or that what comes back was begun here.
 */
export function openRoute<Params>(handler: Handler<Params>) {
  return handled(handler, () => undefined);
}

function handled<Params>(
  handler: Handler<Params>,
  requirePlace: (ctx: Pick<Context, "identity" | "outgoing">, request: Request) => void,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const { world } = await getRuntime();
      requirePlace(world, request);
      const ctx = await contextOf(request.headers);
      return await inTurn(ctx, callerOf(request, ctx).address, async () => {
        const { method, url, headers } = request;
        requirePageWorkspace(ctx.actor, headers);
        await requireRoute({ ctx, input: { method, pathname: new URL(url).pathname } });
        const named = await params;
        requireFindable(named);
        return handler({ ctx, request, params: named });
      });
    } catch (error) {
      return request.signal.aborted ? unheard() : errorAnswer(error);
    }
  };
}

/** For whoever has gone away: what ended with them is no failure to be logged. */
function unheard(): Response {
  return new Response(null, { status: 499 });
}

/** The query string, parsed. A parameter given several times is a list. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  const values = names.map((name) => {
    const all = searchParams.getAll(name);
    return [name, all.length === 1 ? all[0] : all];
  });
  const input = Object.fromEntries(values);
  requireStorable(input);
  return parseInput(schema, input);
}

/**
 * The JSON body, parsed; none at all where the schema takes that. Errors: `invalid_request` where it
 * is none, or over 1 MiB.
 */
export async function readBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<z.output<T>> {
  const text = await readText(request, mostMebibytes);
  const nothing = text === "" ? schema.safeParse(undefined) : null;
  return nothing?.success ? nothing.data : parseInput(schema, parsedJson(text));
}

function parsedJson(text: string): unknown {
  const input = read(text);
  requireStorable(input);
  return input;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_request", "The body is not JSON.", { cause });
  }
}
