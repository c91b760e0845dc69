import { findToken, markTokenUsed } from "@/db/queries/api-tokens";
import { readMembershipsOf } from "@/db/queries/memberships";
import { AppError } from "@/lib/errors";
import { type Actor, nobody } from "@/lib/rights/actor";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { isChosen } from "./chosen-workspace";
import type { Context } from "./context";
import { readSecret } from "./secret-text";

type World = Pick<Context, "db" | "now" | "identity">;

/**
 * Who asks, by the token or the session of a request. Who belongs to several workspaces is in the one
 * that the session has chosen, or else in the oldest; a token is of one. Without accounts it is the
 * owner of this machine. Errors: `unauthorized` where a token is not, or no longer, valid.
 */
export async function resolveActor({
  world,
  headers,
}: {
  world: World;
  headers: Headers;
}): Promise<Actor> {
  if (world.identity === null) {
    return { kind: "local", workspaceId: localWorkspaceId, name: "local owner" };
  }
  const authorization = headers.get("authorization");
  if (authorization !== null) return tokenActor(world, authorization);
  const { identity } = world;
  const person = await identity.personOf(headers);
  if (!person) return nobody;
  const { personId, name, sessionId } = person;
  const memberships = await readMembershipsOf(world.db, personId);
  const chosen = memberships.find(({ workspaceId }) =>
    isChosen(identity, headers, { sessionId, workspaceId }),
  );
  const membership = chosen ?? memberships[0];
  if (!membership) return nobody;
  const { workspaceId, role, productRoles } = membership;
  return { kind: "member", workspaceId, personId, name, role, productRoles };
}

async function tokenActor(world: World, authorization: string): Promise<Actor> {
  const [, text = ""] = /^Bearer\s+(\S+)$/i.exec(authorization) ?? [];
  const key = readSecret("token", text);
  const found = key && (await findToken(world.db, key));
  const at = world.now();
  if (!found || (found.token.expiresAt !== null && found.token.expiresAt <= at)) {
    throw new AppError("unauthorized", "This token is not valid, or no longer.");
  }
  const { token, membership, personName } = found;
  const { workspaceId, id, personId, scope, productIds } = token;
  await markTokenUsed(world.db, { workspaceId, id, at });
  const { role, productRoles } = membership;
  const name = `${personName} (token ${token.name})`;
  const held = { role, productRoles, scope, productIds };
  return { kind: "token", workspaceId, personId, tokenId: id, name, ...held };
}
