"use client";

import { Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { WhenSeen } from "@/components/ui/when-seen";
import classes from "./movers.module.css";
import type { MoversReportProps } from "./movers-report";
import { MoversSkeleton } from "./movers-skeleton";

const MoversReport = dynamic(
  () => import("./movers-report").then((module) => module.MoversReport),
  { loading: () => <MoversSkeleton /> },
);

/** The heading stands from the beginning, so that nothing moves from under whoever scrolls to it. */
export function MoversSection(props: MoversReportProps) {
  return (
    <section className={classes.section} aria-labelledby="movers">
      <Title order={2} size="h4" id="movers" mb={4}>
        What moved it
      </Title>
      <WhenSeen placeholder={<MoversSkeleton />}>
        <MoversReport {...props} />
      </WhenSeen>
    </section>
  );
}
