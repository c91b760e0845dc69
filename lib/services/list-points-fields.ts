import type { PointsFieldList } from "@/lib/contracts/sources";
import { connectionSpecOf } from "@/lib/sync/source-settings";
import { checkConnection } from "./check-connection";
import type { Context } from "./context";
import { requireSource } from "./get-source";

/**
 * Fields of a source's tracker that may hold the estimate, as it has them now; none where it keeps
 * no estimates. Errors: `not_found`; `unprocessable` where the tracker cannot be asked.
 */
export async function listPointsFields({
  ctx,
  input,
}: {
  ctx: Context;
  input: { sourceId: string };
}): Promise<PointsFieldList> {
  const source = await requireSource(ctx, input.sourceId, "manage_sources");
  if (source.kind !== "jira") return { items: [] };
  const spec = connectionSpecOf(source, ctx.secrets);
  const place = { spec, fieldAtFault: () => "pointsField", hostField: "pointsField" };
  const { pointsFields = [] } = await checkConnection(ctx, place);
  return { items: pointsFields };
}
