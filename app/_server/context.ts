import { headers } from "next/headers";
import { unauthorized } from "next/navigation";
import type { Context } from "@/lib/services/context";
import { resolveActor } from "@/lib/services/resolve-actor";
import { getRuntime } from "./runtime";

/** What services are given for a request: the world, and who asks. Errors: as `resolveActor`. */
export async function contextOf(given: Headers): Promise<Context> {
  const { world } = await getRuntime();
  return { ...world, actor: await resolveActor({ world, headers: given }) };
}

/** The same for a page that anybody may open. */
export async function getOpenContext(): Promise<Context> {
  const { world } = await getRuntime();
  // Only a session opens pages.
  const session = new Headers({ cookie: (await headers()).get("cookie") ?? "" });
  return { ...world, actor: await resolveActor({ world, headers: session }) };
}

/** For every other page: whoever is not signed in gets the page for that in its place. */
export async function getContext(): Promise<Context> {
  const ctx = await getOpenContext();
  if (ctx.actor.kind === "nobody") unauthorized();
  return ctx;
}
