import { route } from "@/app/_server/route";
import { getRulesVersion } from "@/lib/services/get-rules-version";

type Params = { productId: string; version: string };

export const GET = route<Params>(async ({ ctx, params }) => {
  const version = Number(params.version);
  return Response.json(await getRulesVersion({ ctx, input: { ...params, version } }));
});
