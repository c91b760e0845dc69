import { readingAll } from "@/app/_server/bounded";
import { readQuery, route } from "@/app/_server/route";
import { compareRulesSchema } from "@/lib/contracts/rules";
import { compareRules } from "@/lib/services/compare-rules";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const versions = readQuery(request, compareRulesSchema);
  const input = { ...params, ...versions };
  return readingAll({ ctx, request }, async () =>
    Response.json(await compareRules({ ctx, input })),
  );
});
