import { route } from "@/app/_server/route";
import { getItem } from "@/lib/services/get-item";

export const GET = route<{ itemId: string }>(async ({ ctx, params }) =>
  Response.json(await getItem({ ctx, input: params })),
);
