import { route } from "@/app/_server/route";
import { revokeInvitation } from "@/lib/services/revoke-invitation";

export const DELETE = route<{ invitationId: string }>(async ({ ctx, params }) => {
  await revokeInvitation({ ctx, input: params });
  return new Response(null, { status: 204 });
});
