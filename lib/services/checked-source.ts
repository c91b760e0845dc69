import type { z } from "zod";
import type { insertSource } from "@/db/queries/sources";
import type { createSourceSchema } from "@/lib/contracts/sources";
import { checkChoices } from "./check-connection";
import type { Context } from "./context";
import { githubPlace } from "./github-place";
import { jiraPlace } from "./jira-place";
import type { PlaceToConnect } from "./place-to-connect";

export type SourceToCreate = z.output<typeof createSourceSchema>;
type NewSourceRow = Parameters<typeof insertSource>[1];

/** A source that was checked and can be stored; `placeField` is the input that names it. */
export type CheckedSource = { row: NewSourceRow; placeField: string };

/**
 * Proves that a place can be read and makes the row to store for it.
 * Errors: `unprocessable` with the input at fault and what to do.
 */
export async function checkedSource(
  ctx: Context,
  { productId, source }: { productId: string; source: SourceToCreate },
): Promise<CheckedSource> {
  const place = placeOf(source);
  const found = await checkChoices(ctx, place);
  const { token, stored } = place;
  const { workspaceId } = ctx.actor;
  const id = crypto.randomUUID();
  const row: NewSourceRow = {
    workspaceId,
    id,
    productId,
    kind: place.spec.kind,
    identity: place.identityOf(found),
    name: found.name,
    url: found.url,
    apiUrl: stored.apiUrl,
    count: stored.count,
    countSubtasks: stored.countSubtasks,
    settings: { ...stored.settings, ...found.settings },
    credential: token && ctx.secrets.seal(token, { workspaceId, sourceId: id }),
    nextRunAt: ctx.now(),
    createdAt: ctx.now(),
  };
  return { row, placeField: place.placeField };
}

/** What a person asked to connect, understood. Errors: `unprocessable` with the input at fault. */
export function placeOf(source: SourceToCreate): PlaceToConnect {
  switch (source.kind) {
    case "github":
      return githubPlace(source);
    case "jira":
      return jiraPlace(source);
  }
}
