"use client";

import { Table, Text, Title } from "@mantine/core";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { stageSuggestions } from "@/lib/domain/agreement";
import { rangeSources, startingRanges } from "@/lib/domain/starting-ranges";
import classes from "./ranges-page.module.css";

/** Where a talk can begin, by stage; the published figures behind it; and that none is right. */
export function RangesPage() {
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Link href="/" className={classes.back}>
        ← Back to the product
      </Link>
      <PageTitle
        title="Starting ranges"
        about="Where a talk about the balance can begin, and where such figures come from."
      />
      <Text>
        <strong>There is no right number.</strong> Every moment of a product wants another balance,
        and it is for the product manager and engineering to agree on it at each stage. The ranges
        below are a starting point to negotiate: they are ours, placed around what others have
        published, and nothing is judged by them.
      </Text>
      <ScrollRegion label="Starting ranges by stage">
        <Table>
          <Table.Caption>
            A starting point to negotiate, in percent of what is delivered.
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Stage</Table.Th>
              <Table.Th scope="col">New features</Table.Th>
              <Table.Th scope="col">Upkeep</Table.Th>
              <Table.Th scope="col">What it is about</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stageSuggestions.map((suggestion) => {
              const { name, meaning, feature } = startingRanges[suggestion];
              return (
                <Table.Tr key={suggestion}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>
                    {feature.least}–{feature.most}%
                  </Table.Td>
                  <Table.Td>
                    {100 - feature.most}–{100 - feature.least}%
                  </Table.Td>
                  <Table.Td>{meaning}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <section aria-labelledby="sources">
        <Title order={2} size="h4" id="sources">
          What others have published
        </Title>
        <ul className={classes.sources}>
          {rangeSources.map(({ who, says, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {who}
              </a>
              : {says}
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
