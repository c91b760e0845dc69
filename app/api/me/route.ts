import { route } from "@/app/_server/route";
import { getMe } from "@/lib/services/get-me";

export const GET = route(async ({ ctx }) => Response.json(await getMe({ ctx })));
