import { route } from "@/app/_server/route";
import { listSessions } from "@/lib/services/list-sessions";

export const GET = route(async ({ ctx, request }) =>
  Response.json(await listSessions({ ctx, input: { headers: request.headers } })),
);
