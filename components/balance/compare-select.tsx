"use client";

import { NativeSelect } from "@mantine/core";
import { useTeams } from "@/components/teams/use-teams";
import { type EarlierPeriod, earlierPeriods } from "@/lib/domain/balance";
import { type Comparison, comparisonWithTeam, parseAsComparison } from "./comparison";

type CompareSelectProps = {
  productId: string;
  value: Comparison | null;
  onChange: (comparison: Comparison | null) => void;
};

const earlierNames: Record<EarlierPeriod, string> = {
  previous: "The period before",
  year: "A year before",
};

/** Room for the longest choice but a team's name, and still one line of controls at 1280 px. */
const chosenWidthPx = 138;

/** What the view is compared with: earlier days, everything, or one of the product's teams. */
export function CompareSelect({ productId, value, onChange }: CompareSelectProps) {
  const teams = useTeams(productId, true);
  return (
    <NativeSelect
      aria-label="Compare with"
      size="xs"
      w={value === null ? 112 : chosenWidthPx}
      value={value ?? ""}
      data={[
        { value: "", label: "Compare" },
        ...earlierPeriods.map((which) => ({ value: which, label: earlierNames[which] })),
        { value: "everything", label: "Everything" },
        ...teams.map(({ id, name }) => ({
          value: comparisonWithTeam(id),
          label: `Team ${name}`,
        })),
      ]}
      onChange={({ currentTarget }) => onChange(parseAsComparison.parse(currentTarget.value))}
    />
  );
}
