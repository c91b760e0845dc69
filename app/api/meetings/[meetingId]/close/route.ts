import { readBody, route } from "@/app/_server/route";
import { closeMeetingSchema } from "@/lib/contracts/meetings";
import { closeMeeting } from "@/lib/services/close-meeting";

type Params = { meetingId: string };

export const POST = route<Params>(async ({ ctx, request, params }) => {
  const { version } = await readBody(request, closeMeetingSchema);
  return Response.json(await closeMeeting({ ctx, input: { ...params, version } }));
});
