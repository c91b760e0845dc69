import { readBytes } from "@/app/_server/read-bytes";
import { openRoute } from "@/app/_server/route";
import { receiveWebhook } from "@/lib/services/receive-webhook";

export const POST = openRoute<{ sourceId: string }>(async ({ ctx, request, params }) => {
  const body = await readBytes(request);
  await receiveWebhook({ ctx, input: { ...params, headers: request.headers, body } });
  return new Response(null, { status: 202 });
});
