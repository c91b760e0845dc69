"use client";

import { Title } from "@mantine/core";
import { FlowReport } from "@/components/flow/flow-report";
import type { Meeting } from "@/lib/contracts/meetings";
import { useOpenItems } from "./meeting-items";
import classes from "./meetings.module.css";

/** What came and went, how long it took, and how old what is left is. */
export function FlowScreen({ meeting, locale }: { meeting: Meeting; locale: string }) {
  const open = useOpenItems();
  return (
    <>
      <Title order={1} className={classes.headline}>
        Debt and lead time
      </Title>
      <FlowReport
        flow={meeting.opening.flow}
        scope={{ asKnownAt: meeting.startedAt }}
        locale={locale}
        onOpen={open}
      />
    </>
  );
}
