import { readBody, route } from "@/app/_server/route";
import { setProductWebhookSchema } from "@/lib/contracts/product-webhook";
import { getProductWebhook } from "@/lib/services/get-product-webhook";
import { removeProductWebhook } from "@/lib/services/remove-product-webhook";
import { setProductWebhook } from "@/lib/services/set-product-webhook";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await getProductWebhook({ ctx, input: params })),
);

export const PUT = route<Params>(async ({ ctx, request, params }) => {
  const { url } = await readBody(request, setProductWebhookSchema);
  return Response.json(await setProductWebhook({ ctx, input: { ...params, url } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await removeProductWebhook({ ctx, input: params });
  return new Response(null, { status: 204 });
});
