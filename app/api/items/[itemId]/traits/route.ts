import { route } from "@/app/_server/route";
import { countSharedTraits } from "@/lib/services/count-shared-traits";

export const GET = route<{ itemId: string }>(async ({ ctx, params }) =>
  Response.json(await countSharedTraits({ ctx, input: params })),
);
