"use client";

import { NativeSelect, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatAmount } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { EndingList, Source } from "@/lib/contracts/sources";
import { endingChoices } from "./ending-words";
import classes from "./source-settings.module.css";
import { endingsOptions } from "./sources-query";
import { useUpdateSource } from "./use-update-source";

type Ending = EndingList["items"][number];

/** What the tracker's own words for an ending count as. */
export function EndingsSetting({ source }: { source: Source }) {
  const { data, error } = useQuery(endingsOptions(source.id));
  const endings = data?.items ?? [];
  return (
    <section aria-label={`How items of ${source.name} ended`}>
      <Text size="sm" fw={500}>
        What endings count as
      </Text>
      <Text size="xs" c="dimmed">
        Only what was delivered is charted. Not planned and duplicates are excluded.
      </Text>
      {error ? (
        <Text size="sm" role="alert">
          {error.message}
        </Text>
      ) : null}
      {data && endings.length === 0 ? <Text size="sm">Nothing is closed yet.</Text> : null}
      {endings.length > 0 ? <EndingsTable source={source} endings={endings} /> : null}
    </section>
  );
}

function EndingsTable({ source, endings }: { source: Source; endings: Ending[] }) {
  return (
    <ScrollRegion label="Endings">
      <Table verticalSpacing={4} maw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Ending</Table.Th>
            <Table.Th className={classes.number}>Items</Table.Th>
            <Table.Th>Counts as</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {endings.map((ending) => (
            <EndingRow key={`${ending.from} ${ending.word}`} source={source} ending={ending} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function EndingRow({ source, ending }: { source: Source; ending: Ending }) {
  const { word, from, count, countsAs } = ending;
  const update = useUpdateSource(source);
  const choices = endingChoices(ending.default);
  const present = countsAs === ending.default ? "" : (countsAs ?? "");
  const wanted = update.isPending ? update.variables.resolutions?.[word] : undefined;
  const choose = (choice: string) => {
    const meaning = choices.find(({ value }) => value === choice)?.meaning ?? null;
    update.mutate({ resolutions: { [word]: meaning } });
  };
  return (
    <Table.Tr>
      <Table.Td className={classes.word}>
        {word}
        {from === "status" ? " (status)" : ""}
      </Table.Td>
      <Table.Td className={classes.number}>{formatAmount(count, useLocale())}</Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={`${word} counts as`}
          data={choices.map(({ value, label }) => ({ value, label }))}
          value={wanted === undefined ? present : (wanted ?? "")}
          disabled={update.isPending}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
