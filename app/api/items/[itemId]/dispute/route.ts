import { readBody, route } from "@/app/_server/route";
import { contestItemSchema } from "@/lib/contracts/items";
import { contestItem } from "@/lib/services/contest-item";
import { settleItem } from "@/lib/services/settle-item";

type Params = { itemId: string };

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const { reason } = await readBody(request, contestItemSchema);
  return Response.json(await contestItem({ ctx, input: { ...params, reason } }), { status: 201 });
});

export const DELETE = route<Params>(async ({ ctx, params }) =>
  Response.json(await settleItem({ ctx, input: params })),
);
