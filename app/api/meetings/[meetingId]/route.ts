import { fileHeaders } from "@/app/_server/file-headers";
import { readBody, readQuery, route } from "@/app/_server/route";
import { meetingCsv } from "@/lib/contracts/meeting-csv";
import { getMeetingSchema, type Meeting, updateMeetingSchema } from "@/lib/contracts/meetings";
import { meetingDay, meetingMarkdown } from "@/lib/meetings/meeting-markdown";
import { getMeeting } from "@/lib/services/get-meeting";
import { updateMeeting } from "@/lib/services/update-meeting";

type Params = { meetingId: string };

export const GET = route<Params>(async ({ ctx, request, params }) => {
  const { format } = readQuery(request, getMeetingSchema);
  const meeting = await getMeeting({ ctx, input: params });
  switch (format) {
    case "json":
      return Response.json(meeting);
    case "markdown":
      return file(meetingMarkdown(meeting), nameOf(meeting, "md"), format);
    case "csv":
      return file(meetingCsv(meeting), nameOf(meeting, "csv"), format);
  }
});

export const PATCH = route<Params>(async ({ ctx, request, params }) => {
  const change = await readBody(request, updateMeetingSchema);
  return Response.json(await updateMeeting({ ctx, input: { ...params, change } }));
});

function file(text: string, name: string, format: Parameters<typeof fileHeaders>[1]): Response {
  return new Response(text, { headers: fileHeaders(name, format) });
}

function nameOf(meeting: Meeting, ending: string): string {
  return `meeting-${meetingDay(meeting)}.${ending}`;
}
