import { readBody, route } from "@/app/_server/route";
import { updateTeamSchema } from "@/lib/contracts/teams";
import { deleteTeam } from "@/lib/services/delete-team";
import { updateTeam } from "@/lib/services/update-team";

type Params = { teamId: string };

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, updateTeamSchema);
  return Response.json(await updateTeam({ ctx, input: { ...params, change } }));
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await deleteTeam({ ctx, input: params });
  return new Response(null, { status: 204 });
});
