import { z } from "zod";
import { requireSignInPace } from "@/app/_server/bounded";
import { callerOf } from "@/app/_server/caller";
import { openRoute, readBody, route } from "@/app/_server/route";
import { AppError } from "@/lib/errors";
import type { Context } from "@/lib/services/context";
import { getInvitation } from "@/lib/services/require-invitation";

type Params = { all: string[] };

/** No more than our own pages ask for: Better Auth would take other ways to sign in as well. */
const beginSchema = z.strictObject({
  provider: z.enum(["github", "oidc"]),
  callbackURL: z.string().max(2_000),
  errorCallbackURL: z.string().max(2_000),
});

/** Signing in elsewhere begins here, from our own pages. */
export const POST = route<Params>(async ({ ctx, request, params }) => {
  const path = params.all.join("/");
  if (path !== "sign-in/social" || ctx.identity === null) throw noSuchPath(path);
  const wish = await readBody(request, beginSchema);
  if (!ctx.identity.providers[wish.provider]) throw noSuchPath(path);
  requireSignInPace(ctx, callerOf(request, ctx).address);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const requestSignUp = await isInvited(ctx, wish.callbackURL);
  const body = JSON.stringify({ ...wish, requestSignUp });
  return ctx.identity.handle(new Request(request.url, { method: "POST", headers, body }));
});

/** An account is made for whoever holds an invitation, and for nobody else. */
async function isInvited(ctx: Context, callbackURL: string): Promise<boolean> {
  const back = new URL(callbackURL, ctx.outgoing.baseUrl);
  const next = new URL(back.searchParams.get("next") ?? "/", ctx.outgoing.baseUrl);
  const invitation =
    back.searchParams.get("invitation") ?? next.searchParams.get("invitation") ?? "";
  return (await getInvitation({ ctx, input: { invitation } })) !== null;
}

/** And comes back here, from the provider's page. */
export const GET = openRoute<Params>(async ({ ctx, request, params }) => {
  const path = params.all.join("/");
  if (!["callback/github", "callback/oidc"].includes(path)) throw noSuchPath(path);
  return handle(ctx, request);
});

function handle({ identity }: Context, request: Request): Promise<Response> {
  if (identity === null) throw noSuchPath("");
  return identity.handle(request);
}

function noSuchPath(path: string): AppError {
  return new AppError("not_found", `There is no /api/auth/${path}.`);
}
