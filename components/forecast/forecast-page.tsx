"use client";

import { Anchor, NativeSelect, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import type { Product } from "@/lib/contracts/products";
import type { AgreedShares } from "@/lib/domain/agreement";
import { checkedHorizons, forecastLines, mostWeeksAhead } from "@/lib/domain/forecast";
import { BackTestSection } from "./back-test-section";
import classes from "./forecast.module.css";
import { forecastParameters } from "./forecast-parameters";
import { forecastOptions } from "./forecast-query";
import { actualFeatureShare, lineNames } from "./forecast-words";
import { SharesSliders } from "./shares-sliders";
import { WhatIf } from "./what-if";

const views = [...checkedHorizons, mostWeeksAhead].map((weeks) => ({
  value: String(weeks),
  label: `${weeks} weeks`,
}));

type ForecastPageProps = { product: Product; today: string };

/** The weeks ahead if the work were divided otherwise, and how far to trust that. */
export function ForecastPage({ product, today }: ForecastPageProps) {
  const [view, setView] = useQueryStates(forecastParameters);
  const { shares, weeks, line } = view;
  const actual = useQuery(forecastOptions(product.id, { shares: null, weeks }));
  const begin = shares ?? (actual.data ? startOf(actualFeatureShare(actual.data)) : null);
  return (
    <Stack gap="lg">
      <div>
        <PageTitle
          title="What if"
          about="The open items over the next weeks if the work were divided otherwise."
        />
        <Anchor
          component={Link}
          size="sm"
          underline="always"
          href={`/products/${product.id}/agreement`}
        >
          The agreement
        </Anchor>
      </div>
      <div className={classes.controls}>
        <section aria-label="What if the work were divided so">
          {begin ? (
            <SharesSliders shares={begin} onShares={(chosen) => void setView({ shares: chosen })} />
          ) : null}
          {begin === null && actual.isPending ? <Skeleton height={64} /> : null}
        </section>
        <Stack gap="xs">
          <Text size="sm" fw={500} id="ahead">
            Look ahead
          </Text>
          <SegmentedControl
            aria-labelledby="ahead"
            value={String(weeks)}
            data={views}
            onChange={(chosen) => void setView({ weeks: Number(chosen) })}
          />
          <NativeSelect
            label="Pictures of"
            value={line}
            data={forecastLines.map((one) => ({ value: one, label: lineNames[one] }))}
            onChange={(event) => {
              const chosen = forecastLines.find((one) => one === event.currentTarget.value);
              void setView({ line: chosen ?? null });
            }}
          />
        </Stack>
      </div>
      <WhatIf product={product} today={today} shares={shares} weeks={weeks} line={line} />
      <BackTestSection productId={product.id} />
    </Stack>
  );
}

/** The sliders begin where the work is now, in the middle where nothing was completed. */
function startOf(actual: number | null): AgreedShares {
  const feature = Math.round((actual ?? 0.5) * 100);
  return { feature, upkeep: 100 - feature };
}
