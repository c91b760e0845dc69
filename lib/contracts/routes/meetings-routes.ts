import {
  closeMeetingSchema,
  getMeetingSchema,
  meetingListSchema,
  meetingSchema,
  updateMeetingSchema,
} from "../meetings";
import { getPlanSchema, planSchema, savePlanSchema } from "../plan";
import { meetingPath, productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of a product's next plan and of its meetings. */
export const meetingsRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/plan`,
    summary: "What is chosen for the next sprint or period, and what else could be, by rank",
    query: getPlanSchema,
    status: 200,
    answer: planSchema,
    refuses: [400, 404],
  },
  {
    method: "post",
    path: `${productPath}/plan`,
    summary: "Keep what is chosen, in place of the version it was made from",
    body: savePlanSchema,
    status: 200,
    answer: planSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "get",
    path: `${productPath}/meetings`,
    summary: "A product's meetings, newest first",
    status: 200,
    answer: meetingListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/meetings`,
    summary: "Start a meeting: its numbers stay as they are known now",
    status: 201,
    answer: meetingSchema,
    refuses: [404, 409, 422],
  },
  {
    method: "get",
    path: meetingPath,
    summary: "A meeting with its numbers and minutes; as Markdown, or its numbers as CSV",
    query: getMeetingSchema,
    status: 200,
    answer: meetingSchema,
    refuses: [400, 404],
  },
  {
    method: "patch",
    path: meetingPath,
    summary: "Keep what is written during a meeting, in place of the version it was made from",
    body: updateMeetingSchema,
    status: 200,
    answer: meetingSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "post",
    path: `${meetingPath}/close`,
    summary: "Close a meeting and write its record, which stays as it is",
    body: closeMeetingSchema,
    status: 200,
    answer: meetingSchema,
    refuses: [400, 404, 409],
  },
];
