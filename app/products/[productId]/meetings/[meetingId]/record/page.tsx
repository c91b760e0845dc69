import type { Metadata } from "next";
import { findMeeting } from "@/app/products/find-meeting";
import { findProduct } from "@/app/products/find-product";
import { RecordPage } from "@/components/meetings/record-page";

export const metadata: Metadata = { title: "Record of a meeting" };

type PageProps = { params: Promise<{ productId: string; meetingId: string }> };

export default async function Page({ params }: PageProps) {
  const { productId, meetingId } = await params;
  const product = await findProduct(productId);
  return <RecordPage meeting={await findMeeting(product.id, meetingId)} />;
}
