"use client";

import { Anchor, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { agreementsOptions, stagesOptions } from "@/components/agreements/agreements-query";
import { InForce } from "@/components/agreements/in-force";
import { SpeakingAs } from "@/components/agreements/speaking-as";
import { TalkPanel } from "@/components/agreements/talk-panel";
import { useAgreementChanges } from "@/components/agreements/use-agreement-changes";
import { Link } from "@/components/ui/link";
import { ReadFailure } from "@/components/ui/read-failure";
import { presentStage } from "@/lib/agreements/present-stage";
import type { Meeting } from "@/lib/contracts/meetings";
import type { Product } from "@/lib/contracts/products";
import type { Side } from "@/lib/domain/agreement";
import classes from "./meetings.module.css";
import { lookAgainMs } from "./meetings-query";

type AgreeScreenProps = {
  meeting: Meeting;
  product: Product;
  today: string;
  side: Side | null;
  onSide: (side: Side) => void;
  locale: string;
};

/** The talk about the present stage; what the other side says comes without a reload. */
export function AgreeScreen({ meeting, product, today, side, onSide, locale }: AgreeScreenProps) {
  const { id: productId, timeZone, weekStart } = product;
  const lively = { refetchInterval: lookAgainMs };
  const stages = useQuery(stagesOptions(productId));
  const agreements = useQuery({ ...agreementsOptions(productId, "agreements"), ...lively });
  const changes = useAgreementChanges(productId);
  const stage = presentStage(stages.data?.items ?? [], today);
  const own = (agreements.data?.items ?? []).filter(
    (one) => one.stageId === stage?.id && one.team === null,
  );
  const inForce = own.find(({ state }) => state === "in_force");
  const open = own.find(({ state }) => state === "proposed");
  const failed = [stages, agreements].find(({ isError, data }) => isError && !data);
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="md">
        <Title order={1} className={classes.headline}>
          Propose and agree
        </Title>
        <SpeakingAs side={side} onSide={onSide} />
      </Group>
      {failed ? (
        <ReadFailure
          title="The agreement could not be read"
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      ) : null}
      {stages.data && !stage ? (
        <Text>
          An agreement is made for a stage, and this product has none yet.{" "}
          <Anchor component={Link} underline="always" href={`/products/${productId}/agreement`}>
            Name its present stage
          </Anchor>
          ; this meeting stays open meanwhile.
        </Text>
      ) : null}
      {stage && agreements.data ? (
        <>
          <InForce isOver={false} {...{ stage, inForce, locale, timeZone }} />
          <TalkPanel
            key={`${meeting.id} ${stage.id}`}
            team={null}
            here={{ today, timeZone, weekStart, asKnownAt: meeting.startedAt }}
            {...{ productId, stage, side, open, inForce, locale, changes }}
          />
        </>
      ) : null}
    </>
  );
}
