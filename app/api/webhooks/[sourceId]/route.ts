import { readBytes } from "@/app/_server/read-bytes";
import { openRoute } from "@/app/_server/route";
import { receiveWebhook } from "@/lib/services/receive-webhook";

/** A tracker's largest issue, its text and its change, fits several times. */
const mostMebibytes = 4;

export const POST = openRoute<{ sourceId: string }>(async ({ ctx, request, params }) => {
  const body = await readBytes(request, mostMebibytes);
  await receiveWebhook({ ctx, input: { ...params, headers: request.headers, body } });
  return new Response(null, { status: 202 });
});
