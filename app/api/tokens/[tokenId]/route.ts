import { route } from "@/app/_server/route";
import { revokeToken } from "@/lib/services/revoke-token";

export const DELETE = route<{ tokenId: string }>(async ({ ctx, params }) => {
  await revokeToken({ ctx, input: params });
  return new Response(null, { status: 204 });
});
