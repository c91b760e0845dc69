import { readBody, route } from "@/app/_server/route";
import { setCategoriesSchema } from "@/lib/contracts/triage";
import { setCategories } from "@/lib/services/set-categories";

export const POST = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const wish = await readBody(request, setCategoriesSchema);
  return Response.json(await setCategories({ ctx, input: { ...params, ...wish } }));
});
