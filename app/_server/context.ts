import { headers } from "next/headers";
import { notFound, unauthorized } from "next/navigation";
import { allWorkspaces } from "@/db/row-security";
import type { Context } from "@/lib/services/context";
import { resolveActor } from "@/lib/services/resolve-actor";
import { getRuntime } from "./runtime";
import { isLoopbackHost } from "./same-site";

/**
 * What services are given for a request: the world, and who asks, whose connections see only their
 * workspace. Errors: as `resolveActor`.
 */
export async function contextOf(given: Headers): Promise<Context> {
  const { world, database } = await getRuntime();
  // Whose workspace it is shows only once it is known who asks.
  const db = database.requestsOf(allWorkspaces);
  const actor = await resolveActor({ world: { ...world, db }, headers: given });
  if (actor.kind === "nobody") return { ...world, db, actor };
  return { ...world, db: database.requestsOf(actor.workspaceId), actor };
}

/** The same for a page that anybody may open. */
export async function getOpenContext(): Promise<Context> {
  const given = await headers();
  const { world } = await getRuntime();
  // Without accounts a page is this machine's alone: a name that was bound to it anew shows nothing.
  if (world.identity === null && !isLoopbackHost(given.get("host") ?? "")) notFound();
  // Only a session opens pages.
  return contextOf(new Headers({ cookie: given.get("cookie") ?? "" }));
}

/** For every other page: whoever is not signed in gets the page for that in its place. */
export async function getContext(): Promise<Context> {
  const ctx = await getOpenContext();
  if (ctx.actor.kind === "nobody") unauthorized();
  return ctx;
}
