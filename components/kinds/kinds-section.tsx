"use client";

import dynamic from "next/dynamic";
import { SeenSection, SeenSkeleton } from "@/components/ui/seen-section";
import type { KindsReportProps } from "./kinds-report";

const skeleton = <SeenSkeleton height={180} />;

const KindsReport = dynamic(() => import("./kinds-report").then((module) => module.KindsReport), {
  loading: () => skeleton,
});

/** What is inside the categories. */
export function KindsSection(props: KindsReportProps) {
  return (
    <SeenSection id="kinds" title="Inside the categories" skeleton={skeleton}>
      <KindsReport {...props} />
    </SeenSection>
  );
}
