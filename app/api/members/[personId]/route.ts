import { readBody, route } from "@/app/_server/route";
import { changeMemberSchema } from "@/lib/contracts/accounts";
import { changeMember } from "@/lib/services/change-member";
import { removeMember } from "@/lib/services/remove-member";

type Params = { personId: string };

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, changeMemberSchema);
  await changeMember({ ctx, input: { ...params, change } });
  return new Response(null, { status: 204 });
});

export const DELETE = route<Params>(async ({ ctx, params }) => {
  await removeMember({ ctx, input: params });
  return new Response(null, { status: 204 });
});
