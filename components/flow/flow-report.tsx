"use client";

import { Text, Title } from "@mantine/core";
import type { Scope } from "@/components/balance/items-behind";
import type { ItemsSelection } from "@/components/items/items-drawer";
import type { Flow } from "@/lib/contracts/flow";
import classes from "./flow.module.css";
import { FlowNote } from "./flow-note";
import { FlowPart } from "./flow-part";
import { FlowPictures } from "./flow-pictures";
import {
  type FlowClicked,
  flowSelection,
  oldestSelection,
  unestimatedSelection,
} from "./flow-selection";
import { FlowTable } from "./flow-table";
import { flowSentence, isStill, leadTimeSentence, openWhenWords } from "./flow-words";
import { LeadTimePictures } from "./lead-time-pictures";
import { LeadTimeTable } from "./lead-time-table";
import { OpenAges } from "./open-ages";

type FlowReportProps = {
  flow: Flow;
  /** The filters in force, and the day or instant a view of the past knows. */
  scope: Scope;
  locale: string;
  /** The part that is shown; absent: all of them. */
  only?: FlowPartName;
  onOpen: (selection: ItemsSelection) => void;
};

export const flowParts = ["moved", "leadTime", "ages"] as const;
export type FlowPartName = (typeof flowParts)[number];

/** What came and went by category, how long it took, and how old is what is left. */
export function FlowReport({ flow, scope, locale, only, onOpen }: FlowReportProps) {
  const open = (clicked: FlowClicked) => onOpen(flowSelection(flow, clicked, scope, locale));
  const isShown = (part: FlowPartName) => only === undefined || only === part;
  const shared = { flow, locale, onOpen: open };
  if (isStill(flow)) {
    return <Text c="dimmed">Nothing was opened, done or open in this period.</Text>;
  }
  return (
    <>
      {isShown("moved") ? (
        <FlowPart
          title="Opened and done"
          sentence={flowSentence(flow, locale)}
          note={
            <FlowNote
              flow={flow}
              locale={locale}
              onOpen={(measure) => onOpen(unestimatedSelection(flow, measure, scope, locale))}
            />
          }
          picture={<FlowPictures {...shared} />}
          table={<FlowTable {...shared} />}
          tableOf="the flow"
        />
      ) : null}
      {isShown("leadTime") ? (
        <FlowPart
          title="Lead time"
          sentence={leadTimeSentence(flow, locale)}
          note="In days of 24 hours, all on one scale, each mark several times the one below it. Strong line: the median. Dashed: 85 of 100 items took no longer."
          picture={<LeadTimePictures {...shared} />}
          table={<LeadTimeTable {...shared} />}
          tableOf="lead times"
        />
      ) : null}
      {isShown("ages") ? (
        <section className={classes.part}>
          <Title order={3} size="h5">
            Age of what is open {openWhenWords(flow, locale)}
          </Title>
          <OpenAges
            flow={flow}
            locale={locale}
            onOpen={(category) => open({ measure: "open", bucket: null, category, ofItems: true })}
            onOpenOldest={(category) => onOpen(oldestSelection(flow, category, scope, locale))}
          />
        </section>
      ) : null}
    </>
  );
}
