import { readBody, route } from "@/app/_server/route";
import { createTokenSchema } from "@/lib/contracts/accounts";
import { createToken } from "@/lib/services/create-token";
import { listTokens } from "@/lib/services/list-tokens";

export const GET = route(async ({ ctx }) => Response.json(await listTokens({ ctx })));

export const POST = route(async ({ ctx, request }) => {
  const input = await readBody(request, createTokenSchema);
  return Response.json(await createToken({ ctx, input }), { status: 201 });
});
