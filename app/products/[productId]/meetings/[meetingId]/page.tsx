import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getContext } from "@/app/_server/context";
import { findMeeting } from "@/app/products/find-meeting";
import { findProduct } from "@/app/products/find-product";
import { todayIn } from "@/components/balance/calendar";
import { MeetingPage } from "@/components/meetings/meeting-page";

export const metadata: Metadata = { title: "Meeting" };

type PageProps = { params: Promise<{ productId: string; meetingId: string }> };

/** An open meeting; what is left of a closed one is its record. */
export default async function Page({ params }: PageProps) {
  const { productId, meetingId } = await params;
  const product = await findProduct(productId);
  const meeting = await findMeeting(product.id, meetingId);
  if (meeting.closedAt) redirect(`/products/${product.id}/meetings/${meeting.id}/record`);
  const now = (await getContext()).now();
  const today = todayIn(product.timeZone, now.getTime());
  return <MeetingPage product={product} meeting={meeting} today={today} />;
}
