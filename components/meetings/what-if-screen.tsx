"use client";

import { Group, NativeSelect, Skeleton, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { lineNames } from "@/components/forecast/forecast-words";
import type { Meeting } from "@/lib/contracts/meetings";
import type { Product } from "@/lib/contracts/products";
import { type ForecastLine, forecastLines, usualWeeksAhead } from "@/lib/domain/forecast";
import classes from "./meetings.module.css";

const WhatIf = dynamic(
  () => import("@/components/forecast/what-if").then((module) => module.WhatIf),
  { loading: () => <Skeleton height={420} /> },
);

type WhatIfScreenProps = { meeting: Meeting; product: Product; today: string };

/** The weeks ahead as the work is divided, as each side proposes it and as was agreed. */
export function WhatIfScreen({ meeting, product, today }: WhatIfScreenProps) {
  const [line, setLine] = useState<ForecastLine>("tech_debt");
  return (
    <>
      <Group justify="space-between">
        <Title order={1} className={classes.headline}>
          What if
        </Title>
        <NativeSelect
          aria-label="Pictures of"
          size="sm"
          value={line}
          data={forecastLines.map((one) => ({ value: one, label: lineNames[one] }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = forecastLines.find((one) => one === value);
            if (chosen) setLine(chosen);
          }}
        />
      </Group>
      <WhatIf
        product={product}
        shares={null}
        weeks={usualWeeksAhead}
        asKnownAt={meeting.startedAt}
        isPresented
        {...{ today, line }}
      />
    </>
  );
}
