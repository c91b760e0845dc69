import { readingAll } from "@/app/_server/bounded";
import { readBody, route } from "@/app/_server/route";
import { previewRulesSchema } from "@/lib/contracts/rules";
import { previewRules } from "@/lib/services/preview-rules";

export const POST = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const question = await readBody(request, previewRulesSchema);
  const input = { ...params, ...question };
  const { signal } = request;
  return readingAll({ ctx, request }, async () =>
    Response.json(await previewRules({ ctx, input, signal })),
  );
});
