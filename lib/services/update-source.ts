import type { SourceRow } from "@/db/schema";
import type { Source, UpdateSource } from "@/lib/contracts/sources";
import { connectionSpecOf } from "@/lib/sync/source-settings";
import { checkConnection } from "./check-connection";
import { inputFault } from "./connection-fault";
import type { Context } from "./context";
import { getSource, requireSource } from "./get-source";
import { requireRight } from "./rights";
import { syncSoon } from "./sync-soon";
import { writeSourceChange } from "./write-source-change";

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
  const { change } = input;
  const credential = credentialWith(ctx, source, change);
  if (change.token !== undefined) {
    const spec = connectionSpecOf({ ...source, credential }, ctx.secrets);
    await checkConnection(ctx, { spec, fieldAtFault: () => "token", hostField: "token" });
  }
  const at = ctx.now();
  const mode = await ctx.db.transaction((tx) =>
    writeSourceChange(tx, { ...key, change, credential, at }),
  );
  if (mode !== null) {
    await ctx.sync.resume(key);
    await syncSoon(ctx, key, mode);
  }
  return getSource({ ctx, input: { sourceId: source.id } });
}

function credentialWith(ctx: Context, source: SourceRow, { token }: UpdateSource): string | null {
  if (token === undefined) return source.credential;
  if (source.kind === "sample") throw inputFault("token", "The sample needs no token.");
  if (token === null && source.kind === "jira") throw inputFault("token", "Jira needs a token.");
  if (token === null) return null;
  return ctx.secrets.seal(token, { workspaceId: source.workspaceId, sourceId: source.id });
}
