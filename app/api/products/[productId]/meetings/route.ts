import { route } from "@/app/_server/route";
import { listMeetings } from "@/lib/services/list-meetings";
import { startMeeting } from "@/lib/services/start-meeting";

type Params = { productId: string };

export const GET = route<Params>(async ({ ctx, params }) =>
  Response.json(await listMeetings({ ctx, input: params })),
);

export const POST = route<Params>(async ({ ctx, params }) =>
  Response.json(await startMeeting({ ctx, input: params }), { status: 201 }),
);
