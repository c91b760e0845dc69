import { route } from "@/app/_server/route";
import { listEndings } from "@/lib/services/list-endings";

export const GET = route<{ sourceId: string }>(async ({ ctx, params }) =>
  Response.json(await listEndings({ ctx, input: params })),
);
