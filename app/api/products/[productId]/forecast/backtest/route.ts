import { readingAll } from "@/app/_server/bounded";
import { readQuery, route } from "@/app/_server/route";
import { getBackTestSchema } from "@/lib/contracts/forecast";
import { getBackTest } from "@/lib/services/get-back-test";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getBackTestSchema);
  const input = { ...params, query };
  return readingAll({ ctx, request }, async () => Response.json(await getBackTest({ ctx, input })));
});
