import { readBody, route } from "@/app/_server/route";
import { setCategorySchema } from "@/lib/contracts/items";
import { clearCategory } from "@/lib/services/clear-category";
import { setCategory } from "@/lib/services/set-category";

type Params = { itemId: string };

export const PUT = route<Params>(async ({ ctx, request, params }) => {
  const decision = await readBody(request, setCategorySchema);
  return Response.json(await setCategory({ ctx, input: { ...params, decision } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) =>
  Response.json(await clearCategory({ ctx, input: params })),
);
