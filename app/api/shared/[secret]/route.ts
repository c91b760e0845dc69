import { route } from "@/app/_server/route";
import { getShared } from "@/lib/services/get-shared";

export const GET = route<{ secret: string }>(async ({ ctx, params }) =>
  Response.json(await getShared({ ctx, input: params })),
);
