import { updateSource as writeSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import type { Source, UpdateSource } from "@/lib/contracts/sources";
import { connectionSpecOf } from "@/lib/sync/source-settings";
import { checkConnection } from "./check-connection";
import { inputFault } from "./connection-fault";
import type { Context } from "./context";
import { getSource, requireSource } from "./get-source";
import { pointsFieldOf, settingsWith } from "./points-field";
import { requireRight } from "./rights";
import { syncSoon } from "./sync-soon";

/**
 * Changes how a source is read: what counts, with which token, by which estimate. A new token is
 * checked first. Its items are derived again from what is stored, without the tracker, before the
 * sync that this starts. Errors: `not_found`; `unprocessable` with the field at fault.
 */
export async function updateSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string; change: UpdateSource };
}): Promise<Source> {
  requireRight(ctx.actor, "manage_sources");
  const source = await requireSource(ctx, input.sourceId);
  const key = { workspaceId: source.workspaceId, sourceId: source.id };
  const change = {
    count: countWith(source, input.change),
    credential: credentialWith(ctx, source, input.change),
    settings: settingsWith(source, input.change.pointsField),
  };
  if (input.change.token !== undefined) {
    const spec = connectionSpecOf({ ...source, ...change }, ctx.secrets);
    await checkConnection(ctx, { spec, fieldAtFault: () => "token", hostField: "token" });
  }
  // A field that was not asked for before is not in what is stored: everything is read again.
  const isOtherField = pointsFieldOf(source) !== pointsFieldOf(change);
  const due = { nextRunAt: ctx.now(), ...(isOtherField && { reconciledAt: null }) };
  await writeSource(ctx.db, key, { ...change, ...due });
  await ctx.sync.resume(key);
  await syncSoon(ctx, key, isOtherField ? "full" : "incremental");
  return getSource({ ctx, input: { sourceId: source.id } });
}

function countWith(source: SourceRow, { count }: UpdateSource): SourceRow["count"] {
  if (count === undefined || count === source.count) return source.count;
  if (source.kind === "github") return count;
  throw inputFault("count", "Only a repository has pull requests that could count.");
}

function credentialWith(ctx: Context, source: SourceRow, { token }: UpdateSource): string | null {
  if (token === undefined) return source.credential;
  if (source.kind === "sample") throw inputFault("token", "The sample needs no token.");
  if (token === null && source.kind === "jira") throw inputFault("token", "Jira needs a token.");
  if (token === null) return null;
  return ctx.secrets.seal(token, { workspaceId: source.workspaceId, sourceId: source.id });
}
