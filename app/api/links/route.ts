import { readBody, route } from "@/app/_server/route";
import { createLinkSchema } from "@/lib/contracts/accounts";
import { createLink } from "@/lib/services/create-link";
import { listLinks } from "@/lib/services/list-links";

export const GET = route(async ({ ctx }) => Response.json(await listLinks({ ctx })));

export const POST = route(async ({ ctx, request }) => {
  const input = await readBody(request, createLinkSchema);
  return Response.json(await createLink({ ctx, input }), { status: 201 });
});
