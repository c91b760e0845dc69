import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { Meeting, MeetingList } from "@/lib/contracts/meetings";

/** How often an open meeting looks for what the other side did. */
export const lookAgainMs = 2000;

export function meetingsKey(productId: string) {
  return ["meetings", { productId }] as const;
}

export function meetingKey(meetingId: string) {
  return ["meeting", { meetingId }] as const;
}

/** The product's meetings, newest first. */
export function meetingsOptions(productId: string) {
  return queryOptions({
    queryKey: meetingsKey(productId),
    queryFn: ({ signal }) => getJson<MeetingList>(`/api/products/${productId}/meetings`, signal),
  });
}

/** A meeting, looked at again and again while it is open. */
export function meetingOptions(meetingId: string) {
  return queryOptions({
    queryKey: meetingKey(meetingId),
    queryFn: ({ signal }) => getJson<Meeting>(`/api/meetings/${meetingId}`, signal),
    refetchInterval: ({ state }) => (state.data?.closedAt ? false : lookAgainMs),
  });
}
