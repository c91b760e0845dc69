import {
  closeMeetingSchema,
  meetingListSchema,
  meetingSchema,
  updateMeetingSchema,
} from "@/lib/contracts/meetings";
import { getPlanSchema, planSchema, savePlanSchema } from "@/lib/contracts/plan";
import type { Minutes } from "@/lib/domain/meeting";
import { closeMeeting } from "@/lib/services/close-meeting";
import type { Context } from "@/lib/services/context";
import { getMeeting } from "@/lib/services/get-meeting";
import { getPlan } from "@/lib/services/get-plan";
import { listMeetings } from "@/lib/services/list-meetings";
import { savePlan } from "@/lib/services/save-plan";
import { startMeeting } from "@/lib/services/start-meeting";
import { updateMeeting } from "@/lib/services/update-meeting";

/** What can be done about a product's meetings and its plan, each answer held to its contract. */
export function meetingsOf(ctx: Context, productId: string) {
  return {
    start: async () => meetingSchema.parse(await startMeeting({ ctx, input: { productId } })),
    read: async (meetingId: string) =>
      meetingSchema.parse(await getMeeting({ ctx, input: { meetingId } })),
    list: async () =>
      meetingListSchema.parse(await listMeetings({ ctx, input: { productId } })).items,
    write: async (meetingId: string, version: number, minutes: Minutes) => {
      const change = updateMeetingSchema.parse({ version, minutes });
      return meetingSchema.parse(await updateMeeting({ ctx, input: { meetingId, change } }));
    },
    close: async (meetingId: string, at: number) => {
      const { version } = closeMeetingSchema.parse({ version: at });
      return meetingSchema.parse(await closeMeeting({ ctx, input: { meetingId, version } }));
    },
    plan: async (query: object = {}) =>
      planSchema.parse(
        await getPlan({ ctx, input: { productId, query: getPlanSchema.parse(query) } }),
      ),
    choose: async (plan: object) =>
      planSchema.parse(
        await savePlan({ ctx, input: { productId, plan: savePlanSchema.parse(plan) } }),
      ),
  };
}
