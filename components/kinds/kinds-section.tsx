"use client";

import { Skeleton, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { WhenSeen } from "@/components/ui/when-seen";
import classes from "./kinds.module.css";
import type { KindsReportProps } from "./kinds-report";

const KindsReport = dynamic(() => import("./kinds-report").then((module) => module.KindsReport), {
  loading: () => <KindsSkeleton />,
});

/** What is inside the categories. The heading stands from the beginning. */
export function KindsSection(props: KindsReportProps) {
  return (
    <section className={classes.section} aria-labelledby="kinds">
      <Title order={2} size="h4" id="kinds" mb={4}>
        Inside the categories
      </Title>
      <WhenSeen placeholder={<KindsSkeleton />}>
        <KindsReport {...props} />
      </WhenSeen>
    </section>
  );
}

function KindsSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <Skeleton height={16} width="50%" mb={12} />
      <Skeleton height={180} />
    </div>
  );
}
