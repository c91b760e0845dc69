import { requireCheckPace } from "@/app/_server/bounded";
import { route } from "@/app/_server/route";
import { testProductWebhook } from "@/lib/services/test-product-webhook";

export const POST = route<{ productId: string }>(async ({ ctx, params }) => {
  requireCheckPace(ctx);
  return Response.json(await testProductWebhook({ ctx, input: params }));
});
