"use client";

import {
  Anchor,
  Button,
  Group,
  Skeleton,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useState } from "react";
import { WritableWith } from "@/components/accounts/writable-with";
import { useSpeaking } from "@/components/agreements/use-speaking";
import { useTriageKeys } from "@/components/triage/use-triage-keys";
import { formatInstant } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { useLocale } from "@/components/ui/use-locale";
import type { Meeting } from "@/lib/contracts/meetings";
import type { Product } from "@/lib/contracts/products";
import { AgreeScreen } from "./agree-screen";
import { doneLately } from "./done-lately";
import { FlowScreen } from "./flow-screen";
import { LeftNote } from "./left-note";
import { MeetingBalance } from "./meeting-balance";
import { MeetingItems } from "./meeting-items";
import classes from "./meetings.module.css";
import { meetingOptions } from "./meetings-query";
import { MinutesForm } from "./minutes-form";
import { MovedScreen } from "./moved-screen";
import { RecordScreen } from "./record-screen";
import { ownArrows, type Screen, screenFrom, screenNames, screens, stepOf } from "./screens";
import { SettleScreen } from "./settle-screen";
import { SinceScreen } from "./since-screen";
import { unreadWords } from "./unread-words";
import { useMinutes } from "./use-minutes";
import { WhatIfScreen } from "./what-if-screen";

const PlanView = dynamic(
  () => import("@/components/plan/plan-view").then((module) => module.PlanView),
  { loading: () => <Skeleton height={320} /> },
);

const parameters = {
  screen: parseAsStringLiteral(screens)
    .withDefault("since")
    .withOptions({ history: "push", scroll: true }),
};

type MeetingPageProps = { product: Product; meeting: Meeting; today: string };

/** One thought a screen, by arrow key, until both sides agree. */
export function MeetingPage({ product, meeting: asRead, today }: MeetingPageProps) {
  const locale = useLocale();
  const [{ screen }, setView] = useQueryStates(parameters);
  const [side, speakAs] = useSpeaking(product.id);
  const { data: meeting, error } = useQuery({
    ...meetingOptions(asRead.id),
    initialData: asRead,
  });
  const writing = useMinutes(meeting);
  const [panel, setPanel] = useState(false);
  const show = useCallback(
    (next: Screen) => {
      // Else Back would lead to where one is.
      if (next !== screen) void setView({ screen: next });
    },
    [setView, screen],
  );
  const run = useCallback((by: number) => show(screenFrom(screen, by)), [show, screen]);
  useTriageKeys({ isOn: true, commandOf: stepOf, run, except: ownArrows });
  const { timeZone } = product;
  const place = `${screens.indexOf(screen) + 1} of ${screens.length}`;
  return (
    <MeetingItems productId={product.id} timeZone={timeZone}>
      <div className={classes.meeting} data-presenting>
        <header className={classes.head}>
          <Text size="sm" c="dimmed">
            <Anchor component={Link} underline="always" href={`/products/${product.id}/meetings`}>
              {product.name}
            </Anchor>
            , numbers as known on {formatInstant(meeting.startedAt, locale, timeZone)}
            {error ? `. ${unreadWords(error)}` : ""}
          </Text>
          <nav aria-label="Screens of the meeting">
            <ol className={classes.screens}>
              {screens.map((one) => (
                <li key={one}>
                  <UnstyledButton
                    className={classes.step}
                    aria-current={one === screen ? "step" : undefined}
                    onClick={() => show(one)}
                  >
                    {screenNames[one]}
                  </UnstyledButton>
                </li>
              ))}
            </ol>
          </nav>
        </header>
        <VisuallyHidden role="status">
          Screen {place}: {screenNames[screen]}
        </VisuallyHidden>
        {meeting.closedAt ? <ClosedNote meeting={meeting} /> : null}
        <LeftNote texts={writing.left} />
        <div className={classes.body}>
          <div className={classes.screen} key={screen} data-screen={screen}>
            {screen === "since" ? (
              <WritableWith right="agree">
                <SinceScreen {...{ meeting, writing, locale }} />
              </WritableWith>
            ) : null}
            {screen === "balance" ? <MeetingBalance {...{ meeting, locale }} order={1} /> : null}
            {screen === "moved" ? <MovedScreen {...{ meeting, locale }} /> : null}
            {screen === "settle" ? <SettleScreen meeting={meeting} /> : null}
            {screen === "flow" ? <FlowScreen {...{ meeting, locale }} /> : null}
            {screen === "what-if" ? <WhatIfScreen {...{ meeting, product, today }} /> : null}
            {screen === "plan" ? (
              <PlanView productId={product.id} isShared known={doneLately(meeting.opening)} />
            ) : null}
            {screen === "agree" ? (
              <AgreeScreen onSide={speakAs} {...{ meeting, product, today, side, locale }} />
            ) : null}
            {screen === "record" ? <RecordScreen {...{ meeting, writing }} /> : null}
          </div>
          {panel && screen !== "record" ? (
            <aside className={classes.minutes} aria-label="Notes and decisions">
              <WritableWith right="agree">
                <MinutesForm writing={writing} />
              </WritableWith>
            </aside>
          ) : null}
        </div>
        <Group justify="space-between" component="footer" className={classes.foot}>
          <Button
            variant="default"
            disabled={screen === screens[0]}
            onClick={() => show(screenFrom(screen, -1))}
          >
            Back
          </Button>
          <Group gap="md" className={classes.middle}>
            {screen === "record" ? null : (
              <Button variant="default" aria-expanded={panel} onClick={() => setPanel(!panel)}>
                Notes and decisions
              </Button>
            )}
            <Text size="sm" c="dimmed">
              {place}
            </Text>
          </Group>
          <Button disabled={screen === screens.at(-1)} onClick={() => show(screenFrom(screen, 1))}>
            Next
          </Button>
        </Group>
      </div>
    </MeetingItems>
  );
}

function ClosedNote({ meeting: { id, product } }: { meeting: Meeting }) {
  return (
    <Text role="alert" fw={600}>
      This meeting is closed.{" "}
      <Anchor
        component={Link}
        underline="always"
        href={`/products/${product.id}/meetings/${id}/record`}
      >
        Its record
      </Anchor>{" "}
      stays as it is.
    </Text>
  );
}
