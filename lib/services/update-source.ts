import { updateSource as writeSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import type { Source, UpdateSource } from "@/lib/contracts/sources";
import { connectionSpecOf } from "@/lib/sync/source-settings";
import { checkConnection } from "./check-connection";
import { inputFault } from "./connection-fault";
import type { Context } from "./context";
import { getSource, requireSource } from "./get-source";
import { requireRight } from "./rights";
import { pointsFieldOf, settingsWith } from "./source-settings-change";
import { syncSoon } from "./sync-soon";

/**
 * Changes how a source is read and counted: what counts, with which token, by which estimate, what
 * its resolutions mean. A new token is checked first. Its items are derived again from what is
 * stored, without the tracker, before the sync that this starts; whether sub-tasks count is known at
 * once. Errors: `not_found`; `unprocessable` with the field at fault.
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
  const { countSubtasks, ...reading } = input.change;
  const change = {
    count: countWith(source, reading),
    credential: credentialWith(ctx, source, reading),
    settings: settingsWith(source, reading),
    countSubtasks: subtasksWith(source, countSubtasks),
  };
  if (reading.token !== undefined) {
    const spec = connectionSpecOf({ ...source, ...change }, ctx.secrets);
    await checkConnection(ctx, { spec, fieldAtFault: () => "token", hostField: "token" });
  }
  const isReadAnew = Object.values(reading).some((value) => value !== undefined);
  const isReread = needsReread(source, change);
  const at = ctx.now();
  await writeSource(ctx.db, key, {
    ...change,
    ...(isReadAnew && { nextRunAt: at }),
    ...(isReread && { reconciledAt: null, rereadAfter: at }),
  });
  if (isReadAnew) {
    await ctx.sync.resume(key);
    await syncSoon(ctx, key, isReread ? "full" : "incremental");
  }
  return getSource({ ctx, input: { sourceId: source.id } });
}

type Reading = Pick<SourceRow, "count" | "credential" | "settings">;

/**
 * Whether what is stored lacks something: a field that was not asked for, the histories of pull
 * requests that did not count, or what another token lets be seen.
 */
function needsReread(before: Reading, after: Reading): boolean {
  return (
    pointsFieldOf(before) !== pointsFieldOf(after) ||
    before.credential !== after.credential ||
    (before.count !== after.count && after.count === "issues_and_pulls")
  );
}

function subtasksWith(source: SourceRow, countSubtasks: boolean | undefined): boolean {
  if (countSubtasks === undefined || countSubtasks === source.countSubtasks) {
    return source.countSubtasks;
  }
  if (source.kind === "jira") return countSubtasks;
  throw inputFault("countSubtasks", "Only Jira tells sub-tasks from other issues.");
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
