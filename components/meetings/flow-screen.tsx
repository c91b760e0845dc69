"use client";

import { Group, SegmentedControl, Title } from "@mantine/core";
import { useState } from "react";
import { type FlowPartName, FlowReport, flowParts } from "@/components/flow/flow-report";
import type { Meeting } from "@/lib/contracts/meetings";
import { useOpenItems } from "./meeting-items";
import classes from "./meetings.module.css";

const partNames: Record<FlowPartName, string> = {
  moved: "Opened and done",
  leadTime: "Lead time",
  ages: "Age of what is open",
};

/** What came and went, how long it took, how old what is left is: each large enough to be seen whole. */
export function FlowScreen({ meeting, locale }: { meeting: Meeting; locale: string }) {
  const open = useOpenItems();
  const [part, setPart] = useState<FlowPartName>("moved");
  return (
    <>
      <Group justify="space-between">
        <Title order={1} className={classes.headline}>
          Debt and lead time
        </Title>
        <SegmentedControl
          className={classes.parts}
          aria-label="What of it"
          value={part}
          data={flowParts.map((one) => ({ value: one, label: partNames[one] }))}
          onChange={setPart}
        />
      </Group>
      <FlowReport
        flow={meeting.opening.flow}
        scope={{ asKnownAt: meeting.startedAt }}
        only={part}
        locale={locale}
        onOpen={open}
      />
    </>
  );
}
