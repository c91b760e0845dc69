import { route } from "@/app/_server/route";
import { listPointsFields } from "@/lib/services/list-points-fields";

export const GET = route<{ sourceId: string }>(async ({ ctx, params }) =>
  Response.json(await listPointsFields({ ctx, input: params })),
);
