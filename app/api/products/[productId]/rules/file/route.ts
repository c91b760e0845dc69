import { route } from "@/app/_server/route";
import { getRules } from "@/lib/services/get-rules";

export const GET = route<{ productId: string }>(async ({ ctx, params }) => {
  const { ruleSet } = await getRules({ ctx, input: params });
  return new Response(`${JSON.stringify(ruleSet, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="rules.json"',
      "x-content-type-options": "nosniff",
    },
  });
});
