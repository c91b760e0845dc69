"use client";

import { Anchor, Button, Group, MultiSelect, Stack, Table } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { getJson, queryString } from "@/components/ui/api";
import { formatInstant } from "@/components/ui/format";
import { PageTitle } from "@/components/ui/page-title";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { Deed, DeedList } from "@/lib/contracts/deeds";
import { deedKinds } from "@/lib/domain/deed";
import classes from "./accounts.module.css";

/** Who did what: only added to, the latest first. */
export function LogPage() {
  const [kind, setKind] = useState<string[]>([]);
  const log = useInfiniteQuery({
    queryKey: ["log", kind],
    queryFn: ({ pageParam, signal }) =>
      getJson<DeedList>(`/api/log${queryString({ kind, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const deeds = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const file = (format: string) => `/api/log${queryString({ kind, format })}`;
  return (
    <main id="main" className={classes.wide} tabIndex={-1}>
      <Stack gap="md">
        <Anchor component={Link} href="/" size="sm" underline="always">
          Back to the products
        </Anchor>
        <PageTitle title="Log" about="Who did what. It is only added to: nobody can change it." />
        <Group align="end" gap="sm">
          <MultiSelect
            label="What was done"
            data={[...deedKinds]}
            value={kind}
            onChange={setKind}
            searchable
            w={360}
          />
          <Button component="a" variant="default" href={file("csv")} download>
            As CSV
          </Button>
          <Button component="a" variant="default" href={file("ndjson")} download>
            As NDJSON
          </Button>
        </Group>
        <ScrollRegion label="What was done, the latest first">
          <Table>
            <Table.Thead>
              <Table.Tr>
                {["When (UTC)", "Who", "What", "Of", "More"].map((name) => (
                  <Table.Th scope="col" key={name}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {deeds.map((deed) => (
                <DeedRow key={deed.id} deed={deed} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
        {log.hasNextPage ? (
          <Button variant="default" onClick={() => log.fetchNextPage()}>
            Show more
          </Button>
        ) : null}
      </Stack>
    </main>
  );
}

function DeedRow({ deed: { at, actor, kind, subject, detail } }: { deed: Deed }) {
  const locale = useLocale();
  const more = Object.entries(detail).filter(([, value]) => value !== null && value !== "");
  return (
    <Table.Tr>
      <Table.Td>{formatInstant(at, locale, "UTC")}</Table.Td>
      <Table.Td>
        <bdi>{actor}</bdi>
      </Table.Td>
      <Table.Td>{kind}</Table.Td>
      <Table.Td>{subject}</Table.Td>
      <Table.Td>
        <bdi>{more.map(([name, value]) => `${name}: ${value}`).join("; ")}</bdi>
      </Table.Td>
    </Table.Tr>
  );
}
