"use client";

import { Anchor, Group, Skeleton, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import type { Member } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./log.module.css";
import { LogBar } from "./log-bar";
import { logFileAddress, logOptions, logParameters, logQueryOf } from "./log-query";
import { LogTable } from "./log-table";
import { type Doer, peopleOf } from "./people-of";

type LogPageProps = {
  products: readonly Product[];
  members: readonly Member[];
  /** Whom the log tells of, whether they are still members or not. */
  doers: readonly Doer[];
};

/** Who did what in the workspace. Nothing is ever taken out of it. */
export function LogPage({ products, members, doers }: LogPageProps) {
  const [view, setView] = useQueryStates(logParameters);
  const query = logQueryOf(view);
  const log = useInfiniteQuery(logOptions(query));
  const deeds = log.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Link href="/" className={classes.back}>
        Back to the products
      </Link>
      <PageTitle
        title="Log"
        about="Who connected, changed, signed and shared what. Nothing is ever taken out of it."
      />
      <LogBar
        view={view}
        products={products}
        people={peopleOf(members, doers)}
        onChange={(change) => void setView(change)}
      />
      <Group gap="md">
        <Anchor href={logFileAddress(query, "csv")} download size="sm" underline="always">
          Export CSV
        </Anchor>
        <Anchor href={logFileAddress(query, "ndjson")} download size="sm" underline="always">
          Export NDJSON
        </Anchor>
      </Group>
      {log.isError && !log.data ? (
        <ReadFailure
          title="The log could not be read"
          error={log.error}
          onRetry={() => void log.refetch()}
        />
      ) : null}
      {log.isPending ? <Skeleton height={240} /> : null}
      {log.data && deeds.length === 0 ? <Text>Nothing is in the log that fits.</Text> : null}
      {deeds.length > 0 ? <LogTable {...{ deeds, products, members }} /> : null}
      <LoadMore list={log} />
    </main>
  );
}
