import { notFound } from "next/navigation";
import { cache } from "react";
import { getContext } from "@/app/_server/context";
import type { Meeting } from "@/lib/contracts/meetings";
import { AppError } from "@/lib/errors";
import { getMeeting } from "@/lib/services/get-meeting";

/** The meeting of a page's URL, read once a request; where the product has none such, the 404 page. */
export const findMeeting = cache(async (productId: string, meetingId: string): Promise<Meeting> => {
  const ctx = await getContext();
  try {
    const meeting = await getMeeting({ ctx, input: { meetingId } });
    if (meeting.product.id !== productId) notFound();
    return meeting;
  } catch (error) {
    if (error instanceof AppError && error.code !== "internal") notFound();
    throw error;
  }
});
