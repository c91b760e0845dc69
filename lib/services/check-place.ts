import type { CheckedPlace } from "@/lib/contracts/sources";
import { checkChoices } from "./check-connection";
import { placeOf, type SourceToCreate } from "./checked-source";
import type { Context } from "./context";
import { requireRightSomewhere } from "./rights";

/**
 * Whether a place can be read, and what there is to choose from; nothing is stored.
 * Errors: `unprocessable` with the input at fault and what to do.
 */
export async function checkPlace({
  ctx,
  input,
}: {
  ctx: Context;
  input: SourceToCreate;
}): Promise<CheckedPlace> {
  requireRightSomewhere(ctx.actor, "manage_sources");
  const { name, url, pointsFields = [] } = await checkChoices(ctx, placeOf(input));
  return { name, url, pointsFields };
}
