import type { Metadata } from "next";
import { RangesPage } from "@/components/agreements/ranges-page";

export const metadata: Metadata = { title: "Starting ranges" };

export default function Page() {
  return <RangesPage />;
}
