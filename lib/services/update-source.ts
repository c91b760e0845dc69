import type { SourceRow } from "@/db/schema";
import type { Source, UpdateSource } from "@/lib/contracts/sources";
import { appSecret } from "@/lib/sync/github-secret";
import { connectionSpecOf } from "@/lib/sync/source-settings";
import { checkChoices } from "./check-connection";
import { inputFault } from "./connection-fault";
import type { Context } from "./context";
import { getSource, requireSource } from "./get-source";
import { recordDeed } from "./record-deed";
import { pointsFieldOf, settingsWith } from "./source-settings-change";
import { syncSoon } from "./sync-soon";
import { changesCredential, writeSourceChange } from "./write-source-change";

/**
 * Changes how a source is read and counted: what counts, with which token or App, by which estimate,
 * what its resolutions mean. A new credential or estimate is checked first. Its items are derived again from what is
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
  const source = await requireSource(ctx, input.sourceId, "manage_sources");
  const key = { workspaceId: source.workspaceId, sourceId: source.id };
  const { change } = input;
  const credential = credentialWith(ctx, source, change);
  const chosen = change.pointsField !== undefined && change.pointsField !== pointsFieldOf(source);
  if (changesCredential(change) || (chosen && change.pointsField !== null)) {
    const settings = settingsWith(source, change);
    const spec = connectionSpecOf({ ...source, settings, credential }, ctx.secrets);
    const field = fieldAtFault(change);
    await checkChoices(ctx, { spec, fieldAtFault: () => field, hostField: field });
  }
  const at = ctx.now();
  const mode = await ctx.db.transaction(async (tx) => {
    const due = await writeSourceChange(tx, { ...key, change, credential, at });
    const { id: subject, productId } = source;
    // Which settings, and never what they are: a token is among them.
    const detail = { name: source.name, changed: Object.keys(change).join(", ") };
    await recordDeed(ctx, tx, { kind: "source.update", productId, subject, detail });
    return due;
  });
  if (mode !== null) {
    await ctx.sync.resume(key);
    await syncSoon(ctx, key, mode);
  }
  return getSource({ ctx, input: { sourceId: source.id } });
}

function fieldAtFault(change: UpdateSource): string {
  if (!changesCredential(change)) return "pointsField";
  return change.app ? "app" : "token";
}

function credentialWith(ctx: Context, source: SourceRow, change: UpdateSource): string | null {
  if (!changesCredential(change)) return source.credential;
  const secret = secretOf(source, change);
  const { workspaceId, id: sourceId } = source;
  return secret && ctx.secrets.seal(secret, { workspaceId, sourceId });
}

function secretOf({ kind }: SourceRow, { token, app }: UpdateSource): string | null {
  if (app && token) throw inputFault("token", "Give either a token or a GitHub App, not both.");
  if (app && kind !== "github") throw inputFault("app", "Only GitHub has Apps to read with.");
  if (app) return appSecret(app);
  if (kind === "sample") throw inputFault("token", "The sample needs no token.");
  if (!token && kind === "jira") throw inputFault("token", "Jira needs a token.");
  return token ?? null;
}
