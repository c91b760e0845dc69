import { requireCheckPace } from "@/app/_server/limited";
import { route } from "@/app/_server/route";
import { testProductWebhook } from "@/lib/services/test-product-webhook";

export const POST = route<{ productId: string }>(async ({ ctx, request, params }) => {
  await requireCheckPace({ ctx, request });
  return Response.json(await testProductWebhook({ ctx, input: params }));
});
