import { readBody, route } from "@/app/_server/route";
import { saveRulesSchema } from "@/lib/contracts/rules";
import { getRules } from "@/lib/services/get-rules";
import { saveRules } from "@/lib/services/save-rules";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await getRules({ ctx, input: params })),
);

export const PUT = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, saveRulesSchema);
  return Response.json(await saveRules({ ctx, input: { ...params, ...change } }));
});
