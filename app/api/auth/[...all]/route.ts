import { z } from "zod";
import { callerOf, withCookies } from "@/app/_server/caller";
import { openRoute, readBody, route } from "@/app/_server/route";
import { returnPath, signInAddress } from "@/components/accounts/return-path";
import { AppError } from "@/lib/errors";
import { beginSignIn } from "@/lib/services/begin-sign-in";
import { finishSignIn } from "@/lib/services/finish-sign-in";

type Params = { all: string[] };

/** No more than our own pages ask for: Better Auth would take other ways to sign in as well. */
const beginSchema = z
  .strictObject({
    provider: z.enum(["github", "oidc"]),
    /** Where to go on, within this server. */
    next: z
      .string()
      .max(2_000)
      .refine((path) => path === "/" || returnPath(path) !== "/", "Give a page of this server.")
      .optional(),
    invitation: z.string().min(1).max(200).optional(),
  })
  .refine(({ next, invitation }) => (next === undefined) !== (invitation === undefined), {
    path: ["next"],
    error: "Give where to go on, or an invitation.",
  });

/** Signing in elsewhere begins here, from our own pages. */
export const POST = route<Params>(async ({ ctx, request, params }) => {
  const asked = params.all.join("/");
  if (asked !== "sign-in/social" || ctx.identity === null) throw noSuchPath(asked);
  const { provider, next, invitation } = await readBody(request, beginSchema);
  const path = signInAddress(next ?? "/");
  const input = { provider, path, invitation, caller: callerOf(request, ctx) };
  const { url, cookies } = await beginSignIn({ ctx, input });
  return withCookies(Response.json({ url }), cookies);
});

const callbackSchema = z.enum(["callback/github", "callback/oidc"]);

/** And comes back here, from the provider's page. */
export const GET = openRoute<Params>(async ({ ctx, request, params }) => {
  const { data: path } = callbackSchema.safeParse(params.all.join("/"));
  if (path === undefined || ctx.identity === null) throw noSuchPath(params.all.join("/"));
  const provider = path === "callback/github" ? "github" : "oidc";
  const { search } = new URL(request.url);
  const input = { provider, search, caller: callerOf(request, ctx) } as const;
  const finished = await finishSignIn({ ctx, input });
  // Relative: the browser stays at the address that it came by.
  const headers = { location: finished.path, "cache-control": "no-store" };
  return withCookies(new Response(null, { status: 303, headers }), finished.cookies);
});

function noSuchPath(path: string): AppError {
  return new AppError("not_found", `There is no /api/auth/${path}.`);
}
