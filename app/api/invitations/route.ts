import { requireInvitingPace } from "@/app/_server/limited";
import { readBody, route } from "@/app/_server/route";
import { createInvitationSchema } from "@/lib/contracts/accounts";
import { createInvitation } from "@/lib/services/create-invitation";
import { listInvitations } from "@/lib/services/list-invitations";

export const GET = route(async ({ ctx }) => Response.json(await listInvitations({ ctx })));

export const POST = route(async ({ ctx, request }) => {
  const input = await readBody(request, createInvitationSchema);
  await requireInvitingPace({ ctx, request });
  return Response.json(await createInvitation({ ctx, input }), { status: 201 });
});
