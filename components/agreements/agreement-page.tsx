"use client";

import { Anchor, NativeSelect, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryStates } from "nuqs";
import { ReasonsToTalk } from "@/components/talks/reasons-to-talk";
import { teamsOptions } from "@/components/teams/teams-query";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import { presentStage } from "@/lib/agreements/present-stage";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Product } from "@/lib/contracts/products";
import { agreementsOptions, stagesOptions } from "./agreements-query";
import { ExceptionsPanel } from "./exceptions-panel";
import { History } from "./history";
import { InForce } from "./in-force";
import { SpeakingAs } from "./speaking-as";
import { StageLine } from "./stage-line";
import { TalkPanel } from "./talk-panel";
import { useAgreementChanges } from "./use-agreement-changes";
import { useSpeaking } from "./use-speaking";

const parameters = {
  stage: parseAsString,
  team: parseAsString,
};

type AgreementPageProps = { product: Product; today: string };

/** The stages of the product, what is agreed for the chosen one, the talk about it, and its record. */
export function AgreementPage({ product, today }: AgreementPageProps) {
  const locale = useLocale();
  const [view, setView] = useQueryStates(parameters);
  const [side, speakAs] = useSpeaking(product.id);
  const stages = useQuery(stagesOptions(product.id));
  const agreements = useQuery(agreementsOptions(product.id, "agreements"));
  const exceptions = useQuery(agreementsOptions(product.id, "exceptions"));
  const teams = useQuery(teamsOptions(product.id)).data?.items ?? [];
  const changes = useAgreementChanges(product.id);
  const failed = [stages, agreements, exceptions].find(({ isError, data }) => isError && !data);
  const all = stages.data?.items ?? [];
  const stage = all.find(({ id }) => id === view.stage) ?? presentStage(all, today);
  const team = teams.find(({ id }) => id === view.team) ?? null;
  const isHere = (one: Agreement) =>
    one.stageId === stage?.id && (one.team?.id ?? null) === (team?.id ?? null);
  const own = (agreements.data?.items ?? []).filter(isHere);
  const inForce = own.find(({ state }) => state === "in_force");
  const isOver = stage?.endsOn != null && stage.endsOn < today;
  const { timeZone } = product;
  return (
    <Stack gap="xl">
      <div>
        <PageTitle
          title="Agreement"
          about="What the product manager and engineering agreed for each stage, and the talk about the next."
        />
        <Anchor
          component={Link}
          size="sm"
          underline="always"
          href={`/products/${product.id}/forecast`}
        >
          What if the work were divided otherwise?
        </Anchor>
      </div>
      <ReasonsToTalk productId={product.id} />
      <SpeakingAs side={side} onSide={speakAs} />
      {failed ? (
        <ReadFailure
          title="The agreements could not be read"
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      ) : null}
      {stages.data && agreements.data && exceptions.data ? (
        <>
          <StageLine
            productId={product.id}
            stages={all}
            chosen={stage}
            {...{ today, locale, changes }}
            onChoose={(id) => void setView({ stage: id })}
          />
          {teams.length > 0 ? (
            <NativeSelect
              maw={320}
              label="About the items of"
              value={team?.id ?? ""}
              data={[
                { value: "", label: "The whole product" },
                ...teams.map(({ id, name }) => ({ value: id, label: `Team ${name}` })),
              ]}
              onChange={(event) => void setView({ team: event.currentTarget.value || null })}
            />
          ) : null}
          {stage ? (
            <>
              <InForce {...{ stage, inForce, isOver, locale, timeZone }} />
              {isOver ? null : (
                <>
                  <TalkPanel
                    key={`${stage.id} ${team?.id}`}
                    productId={product.id}
                    side={side}
                    open={own.find(({ state }) => state === "proposed")}
                    here={{ today, timeZone, weekStart: product.weekStart }}
                    {...{ stage, team, inForce, locale, changes }}
                  />
                  <ExceptionsPanel
                    key={`exceptions ${stage.id} ${team?.id}`}
                    side={side}
                    exceptions={exceptions.data.items.filter(isHere)}
                    initial={inForce ?? { shares: { feature: 80, upkeep: 20 }, tolerance: 5 }}
                    {...{ stage, team, today, locale, timeZone, changes }}
                  />
                </>
              )}
            </>
          ) : null}
          <History
            agreements={[...agreements.data.items, ...exceptions.data.items].sort((a, b) =>
              a.createdAt < b.createdAt ? 1 : -1,
            )}
            {...{ today, locale, timeZone }}
          />
        </>
      ) : failed ? null : (
        <Skeleton height={320} />
      )}
    </Stack>
  );
}
