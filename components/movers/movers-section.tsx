"use client";

import dynamic from "next/dynamic";
import { SeenSection } from "@/components/ui/seen-section";
import type { MoversReportProps } from "./movers-report";
import { MoversSkeleton } from "./movers-skeleton";

const MoversReport = dynamic(
  () => import("./movers-report").then((module) => module.MoversReport),
  { loading: () => <MoversSkeleton /> },
);

/** What changed the feature share since the period before. */
export function MoversSection(props: MoversReportProps) {
  return (
    <SeenSection id="movers" title="What moved it" skeleton={<MoversSkeleton />}>
      <MoversReport {...props} />
    </SeenSection>
  );
}
