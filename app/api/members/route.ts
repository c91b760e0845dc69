import { route } from "@/app/_server/route";
import { listMembers } from "@/lib/services/list-members";

export const GET = route(async ({ ctx }) => Response.json(await listMembers({ ctx })));
