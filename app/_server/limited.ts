import type { Context } from "@/lib/services/context";
import { letAct } from "@/lib/services/let-act";
import { callerOf } from "./caller";

type Asking = { ctx: Context; request: Request };

/** Lets a caller ask other servers so many times a minute. Errors: `rate_limited`. */
export function requireCheckPace({ ctx, request }: Asking): Promise<void> {
  return letAct(ctx, { limit: "checking", address: callerOf(request, ctx).address });
}

/** Lets an owner make so many invitations. Errors: `rate_limited`. */
export function requireInvitingPace({ ctx, request }: Asking): Promise<void> {
  return letAct(ctx, { limit: "inviting", address: callerOf(request, ctx).address });
}
