import type { z } from "zod";
import { insertSource } from "@/db/queries/sources";
import type { createSourceSchema, Source } from "@/lib/contracts/sources";
import { AppError, UpstreamError } from "@/lib/errors";
import { beginFirstSync } from "./begin-first-sync";
import { connectionFault, inputFault } from "./connection-fault";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getSource } from "./get-source";
import { githubPlace } from "./github-place";
import { jiraPlace } from "./jira-place";
import type { PlaceToConnect } from "./place-to-connect";
import { requireRight } from "./rights";

const checkTimeoutMs = 20_000;

type SourceToCreate = z.output<typeof createSourceSchema>;

/**
 * Connects a place to a product: checks that it can be read, stores it, starts the first sync.
 * Errors: `not_found`; `unprocessable` with the input at fault and what to do; `conflict` where the
 * product has it already. Nothing is stored unless the check succeeds.
 */
export async function createSource({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; source: SourceToCreate };
}): Promise<Source> {
  requireRight(ctx.actor, "manage_sources");
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId);
  const place = placeOf(input.source);
  const found = await check(ctx, place);
  const { name, url } = found;
  const id = crypto.randomUUID();
  const { token, stored } = place;
  const inserted = await insertSource(ctx.db, {
    workspaceId,
    id,
    productId,
    kind: place.spec.kind,
    identity: place.identityOf(found),
    name,
    url,
    apiUrl: stored.apiUrl,
    count: stored.count,
    settings: { ...stored.settings, ...found.settings },
    credential: token && ctx.secrets.seal(token, { workspaceId, sourceId: id }),
    nextRunAt: ctx.now(),
    createdAt: ctx.now(),
  });
  if (!inserted) {
    const message = `${name} is connected to this product already.`;
    throw new AppError("conflict", message, { fields: { [place.placeField]: message } });
  }
  await beginFirstSync(ctx, { workspaceId, sourceId: id });
  return getSource({ ctx, input: { sourceId: id } });
}

function placeOf(source: SourceToCreate): PlaceToConnect {
  switch (source.kind) {
    case "github":
      return githubPlace(source);
    case "jira":
      return jiraPlace(source);
  }
}

async function check(ctx: Context, place: PlaceToConnect) {
  try {
    return await ctx.connections.check(place.spec, AbortSignal.timeout(checkTimeoutMs));
  } catch (error) {
    if (error instanceof UpstreamError) throw connectionFault(error, place.fieldAtFault(error));
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw inputFault(
        place.hostField,
        "The tracker did not answer within 20 seconds. Try again, or check the address.",
      );
    }
    throw error;
  }
}
