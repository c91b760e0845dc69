"use client";

import { Anchor, Button, Group, NativeSelect, Skeleton, Text, Title } from "@mantine/core";
import { Allowed } from "@/components/accounts/viewer";
import { ReadOnlyNote } from "@/components/accounts/writable-with";
import { formatCount } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Candidate, Plan } from "@/lib/contracts/plan";
import type { PlanScope } from "@/lib/domain/plan";
import { checkPlan } from "@/lib/plan/check-plan";
import { planSentence, suggestionSentence } from "@/lib/plan/plan-words";
import { type Suggestions, suggestChanges } from "@/lib/plan/suggest-changes";
import classes from "./plan.module.css";
import { PlanTable } from "./plan-table";
import { againstWords } from "./plan-words";
import { usePlan } from "./use-plan";

type PlanViewProps = {
  productId: string;
  /** True where others may choose at the same time. */
  isShared: boolean;
  /** What was done lately as a meeting knows it, in place of how it is known now. */
  known?: Plan["actual"];
};

/** Candidates for the next sprint or period, and at once whether the chosen ones meet the agreement. */
export function PlanView({ productId, isShared, known }: PlanViewProps) {
  const { plan, chosen, choose, setScope, isWaiting } = usePlan(productId, { isShared });
  const locale = useLocale();
  if (plan.isPending) return <Skeleton height={320} />;
  if (!plan.data) {
    return (
      <ReadFailure
        title="The plan could not be read"
        error={plan.error}
        onRetry={() => void plan.refetch()}
      />
    );
  }
  const { candidates, target, total } = plan.data;
  const isChosen = new Set(chosen);
  const items = candidates.map((one) => ({
    ...one,
    category: one.category ?? ("unclassified" as const),
  }));
  const check = checkPlan(
    items.filter(({ id }) => isChosen.has(id)),
    target,
  );
  const suggestions = suggestChanges(items, isChosen, target);
  return (
    <>
      <div aria-live="polite">
        <Title order={1} className={classes.sentence} data-testid="plan-sentence">
          {planSentence(check)}
        </Title>
        <Text>
          {suggestionSentence(suggestions) ??
            againstWords({ ...plan.data, actual: known ?? plan.data.actual }, locale)}
        </Text>
        {isWaiting ? (
          <Text fw={600}>
            The connection is lost: what is chosen here is not kept yet, and is tried again until it
            is. Stay on this page.
          </Text>
        ) : null}
      </div>
      <Group gap="sm" align="flex-end">
        <ScopeSelect plan={plan.data} onScope={setScope} />
        <Allowed right="agree" otherwise={<ReadOnlyNote right="agree" />}>
          <Swaps
            suggestions={suggestions}
            onSwap={(swaps) =>
              choose({
                add: swaps.map((swap) => swap.in.id),
                remove: swaps.map(({ out }) => out.id),
              })
            }
          />
          {chosen.length > 0 ? (
            <Button size="sm" variant="subtle" onClick={() => choose({ add: [], remove: chosen })}>
              Choose none
            </Button>
          ) : null}
        </Allowed>
      </Group>
      <PlanTable
        candidates={candidates}
        chosen={isChosen}
        locale={locale}
        onToggle={({ id }) =>
          choose(isChosen.has(id) ? { add: [], remove: [id] } : { add: [id], remove: [] })
        }
      />
      {total > candidates.length ? (
        <Text size="sm">
          The {candidates.length} highest of {formatCount(total, "open item", locale)}.{" "}
          <Anchor
            component={Link}
            underline="always"
            href={`/products/${productId}/items?state=open`}
          >
            All of them
          </Anchor>
        </Text>
      ) : null}
    </>
  );
}

type SwapsProps = {
  suggestions: Suggestions<Pick<Candidate, "id" | "key">> | null;
  onSwap: (swaps: { out: { id: string }; in: { id: string } }[]) => void;
};

function Swaps({ suggestions, onSwap }: SwapsProps) {
  const swaps = suggestions?.swaps ?? [];
  if (swaps.length === 0) return null;
  const [first] = swaps;
  const name =
    swaps.length === 1 && first
      ? `Swap ${first.out.key} for ${first.in.key}`
      : `Make the ${swaps.length} swaps`;
  return (
    <Button size="sm" variant="default" onClick={() => onSwap(swaps)}>
      {name}
    </Button>
  );
}

function ScopeSelect({ plan, onScope }: { plan: Plan; onScope: (scope: PlanScope) => void }) {
  const { scope, sprints, milestones } = plan;
  const named = (["sprint", "milestone"] as const).flatMap((from) => {
    const own = from === "sprint" ? sprints : milestones;
    // The chosen one stays in the list when its last open item is gone.
    const values = scope.from === from && scope.value ? new Set([...own, scope.value]) : own;
    return [...values].map((value) => ({ scope: { from, value }, label: `In ${from} ${value}` }));
  });
  const choices: { scope: PlanScope; label: string }[] = [
    { scope: { from: "open", value: null }, label: "All that is open" },
    ...named,
  ];
  const isIt = (one: PlanScope) => one.from === scope.from && one.value === scope.value;
  return (
    <NativeSelect
      label="Candidates"
      size="sm"
      maw="100%"
      value={String(choices.findIndex((choice) => isIt(choice.scope)))}
      data={choices.map(({ label }, index) => ({ value: String(index), label }))}
      onChange={({ currentTarget: { value } }) => {
        const choice = choices[Number(value)];
        if (choice) onScope(choice.scope);
      }}
    />
  );
}
