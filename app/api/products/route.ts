import { requireCheckPace } from "@/app/_server/limited";
import { readBody, readQuery, route } from "@/app/_server/route";
import { createProductSchema, listProductsSchema } from "@/lib/contracts/products";
import { createProduct } from "@/lib/services/create-product";
import { listProducts } from "@/lib/services/list-products";

export const GET = route(async ({ ctx, request }) =>
  Response.json(await listProducts({ ctx, input: readQuery(request, listProductsSchema) })),
);

export const POST = route(async ({ ctx, request }) => {
  const input = await readBody(request, createProductSchema);
  if (input.source) await requireCheckPace({ ctx, request });
  return Response.json(await createProduct({ ctx, input }), { status: 201 });
});
