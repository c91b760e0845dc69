import { route } from "@/app/_server/route";
import { endSession } from "@/lib/services/end-session";

export const DELETE = route<{ sessionId: string }>(async ({ ctx, params }) => {
  await endSession({ ctx, input: params });
  return new Response(null, { status: 204 });
});
