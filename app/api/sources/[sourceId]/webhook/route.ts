import { route } from "@/app/_server/route";
import { removeWebhook } from "@/lib/services/remove-webhook";
import { setUpWebhook } from "@/lib/services/set-up-webhook";

type Params = { sourceId: string };

export const POST = route<Params>(async ({ ctx, params }) =>
  Response.json(await setUpWebhook({ ctx, input: params }), { status: 201 }),
);

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await removeWebhook({ ctx, input: params });
  return new Response(null, { status: 204 });
});
