import { listSessionsOf } from "@/db/queries/people";
import type { SessionList } from "@/lib/contracts/accounts";
import type { Context } from "./context";
import { requireMember } from "./require-accounts";

/** Where the person is signed in. */
export async function listSessions({
  ctx,
  input: { headers },
}: {
  ctx: Context;
  input: { headers: Headers };
}): Promise<SessionList> {
  const { actor, identity } = requireMember(ctx);
  const here = await identity.personOf(headers);
  const rows = await listSessionsOf(ctx.db, { personId: actor.personId, at: ctx.now() });
  const items = rows.map(({ id, createdAt, expiresAt, userAgent, ipAddress }) => {
    const times = { startedAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
    return { id, present: id === here?.sessionId, ...times, userAgent, address: ipAddress };
  });
  return { items };
}
