import { requireCheckPace } from "@/app/_server/limited";
import { readBody, route } from "@/app/_server/route";
import { createSourceSchema } from "@/lib/contracts/sources";
import { checkPlace } from "@/lib/services/check-place";

export const POST = route(async ({ ctx, request }) => {
  await requireCheckPace({ ctx, request });
  const source = await readBody(request, createSourceSchema);
  return Response.json(await checkPlace({ ctx, input: source }));
});
