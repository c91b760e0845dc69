import { readBody, route } from "@/app/_server/route";
import { createTeamSchema } from "@/lib/contracts/teams";
import { createTeam } from "@/lib/services/create-team";
import { listTeams } from "@/lib/services/list-teams";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await listTeams({ ctx, input: params })),
);

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const team = await readBody(request, createTeamSchema);
  return Response.json(await createTeam({ ctx, input: { ...params, team } }), { status: 201 });
});
