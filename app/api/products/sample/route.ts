import { readBody, route } from "@/app/_server/route";
import { createSampleProductSchema } from "@/lib/contracts/products";
import { createSampleProduct } from "@/lib/services/create-sample-product";

export const POST = route(async ({ ctx, request }) => {
  const input = await readBody(request, createSampleProductSchema);
  return Response.json(await createSampleProduct({ ctx, input }), { status: 201 });
});
