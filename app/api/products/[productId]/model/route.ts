import { route } from "@/app/_server/route";
import { getModel } from "@/lib/services/get-model";

export const GET = route<{ productId: string }>(async ({ ctx, params }) =>
  Response.json(await getModel({ ctx, input: params })),
);
