import { readBody, route } from "@/app/_server/route";
import { restoreRulesSchema } from "@/lib/contracts/rules";
import { restoreRules } from "@/lib/services/restore-rules";

type Params = { productId: string; version: string };

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const { expectedVersion } = await readBody(request, restoreRulesSchema);
  const version = Number(params.version);
  return Response.json(await restoreRules({ ctx, input: { ...params, version, expectedVersion } }));
});
