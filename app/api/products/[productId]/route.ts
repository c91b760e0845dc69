import { readBody, route } from "@/app/_server/route";
import { updateProductSchema } from "@/lib/contracts/products";
import { deleteProduct } from "@/lib/services/delete-product";
import { getProduct } from "@/lib/services/get-product";
import { updateProduct } from "@/lib/services/update-product";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await getProduct({ ctx, input: params })),
);

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, updateProductSchema);
  return Response.json(await updateProduct({ ctx, input: { ...params, change } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await deleteProduct({ ctx, input: params });
  return new Response(null, { status: 204 });
});
