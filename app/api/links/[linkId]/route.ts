import { route } from "@/app/_server/route";
import { revokeLink } from "@/lib/services/revoke-link";

export const DELETE = route<{ linkId: string }>(async ({ ctx, params }) => {
  await revokeLink({ ctx, input: params });
  return new Response(null, { status: 204 });
});
