import { route } from "@/app/_server/route";
import { rederiveSource } from "@/lib/services/rederive-source";

export const POST = route<{ sourceId: string }>(async ({ ctx, params }) =>
  Response.json(await rederiveSource({ ctx, input: params }), { status: 202 }),
);
