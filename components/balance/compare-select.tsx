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
  previous: "With the period before",
  year: "With a year before",
};

/** What the view is compared with: earlier days, everything, or one of the product's teams. */
export function CompareSelect({ productId, value, onChange }: CompareSelectProps) {
  const teams = useTeams(productId, true);
  return (
    <NativeSelect
      aria-label="Compare with"
      size="xs"
      w={112}
      value={value ?? ""}
      data={[
        { value: "", label: "Compare" },
        ...earlierPeriods.map((which) => ({ value: which, label: earlierNames[which] })),
        { value: "everything", label: "With everything" },
        ...teams.map(({ id, name }) => ({
          value: comparisonWithTeam(id),
          label: `With team ${name}`,
        })),
      ]}
      onChange={({ currentTarget }) => onChange(parseAsComparison.parse(currentTarget.value))}
    />
  );
}
