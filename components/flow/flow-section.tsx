"use client";

import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Scope } from "@/components/balance/items-behind";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { FileLink } from "@/components/ui/file-link";
import { ReadFailure } from "@/components/ui/read-failure";
import updatingClasses from "@/components/ui/updating.module.css";
import type { Balance } from "@/lib/contracts/balance";
import classes from "./flow.module.css";
import { flowFileAddress, flowOptions } from "./flow-query";
import { FlowReport } from "./flow-report";
import { FlowSkeleton } from "./flow-skeleton";

type FlowSectionProps = {
  productId: string;
  /** Whose days, buckets and unit the flow is of. */
  balance: Balance;
  scope: Scope;
  /** True while the balance is the last view's. */
  updating: boolean;
  locale: string;
  onOpen: (selection: ItemsSelection) => void;
};

/** The flow over the days of the balance above it. */
export function FlowSection(props: FlowSectionProps) {
  const { productId, balance, scope, updating, locale, onOpen } = props;
  const { from, to, bucket, board } = balance;
  const unit = balance.unit === "effort_days" ? "items" : balance.unit;
  const query = { ...scope, from, to, bucket, ...(board !== undefined && { board }), unit };
  const flow = useQuery({ ...flowOptions(productId, query), enabled: !updating });
  return (
    <section
      className={`${classes.section} ${flow.isPlaceholderData ? updatingClasses.updating : ""}`}
      aria-labelledby="flow"
      aria-busy={updating || flow.isPlaceholderData}
    >
      <div className={classes.head}>
        <Title order={2} size="h4" id="flow">
          Flow
        </Title>
        <FileLink href={flowFileAddress(productId, query)}>Flow as CSV</FileLink>
      </div>
      {balance.unit === "effort_days" ? (
        <Text size="sm" c="dimmed">
          What was opened has no effort yet: the flow counts items.
        </Text>
      ) : null}
      {flow.data ? (
        <FlowReport flow={flow.data} scope={scope} locale={locale} onOpen={onOpen} />
      ) : null}
      {flow.isPending ? <FlowSkeleton /> : null}
      {flow.isError && !flow.data ? (
        <ReadFailure
          title="The flow could not be read"
          error={flow.error}
          onRetry={() => void flow.refetch()}
        />
      ) : null}
    </section>
  );
}
