import { route } from "@/app/_server/route";
import { listTriggers } from "@/lib/services/list-triggers";

export const GET = route<{ productId: string }>(async ({ ctx, params }) =>
  Response.json(await listTriggers({ ctx, input: params })),
);
