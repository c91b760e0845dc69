import { readQuery, route } from "@/app/_server/route";
import { listRuleVersionsSchema } from "@/lib/contracts/rules";
import { listRuleVersions } from "@/lib/services/list-rule-versions";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listRuleVersionsSchema);
  return Response.json(await listRuleVersions({ ctx, input: { ...params, ...query } }));
});
