"use client";

import { Checkbox, Table } from "@mantine/core";
import { useMay } from "@/components/accounts/viewer";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TrackerLink } from "@/components/ui/tracker-link";
import type { Candidate } from "@/lib/contracts/plan";
import { categoryWords } from "@/lib/domain/glossary";
import { rankWords } from "@/lib/plan/plan-words";
import classes from "./plan.module.css";

type PlanTableProps = {
  /** Highest first. */
  candidates: Candidate[];
  chosen: ReadonlySet<string>;
  locale: string;
  onToggle: (candidate: Candidate) => void;
};

/** The candidates in the order of their rank, each with the reason why it stands where it does. */
export function PlanTable({ candidates, chosen, locale, onToggle }: PlanTableProps) {
  const mayChoose = useMay("agree");
  if (candidates.length === 0) return <p>Nothing is open here.</p>;
  const ordered = [
    ...candidates.filter(({ id }) => chosen.has(id)),
    ...candidates.filter(({ id }) => !chosen.has(id)),
  ];
  return (
    <ScrollRegion label="Candidates, the highest first" className={classes.candidates}>
      <Table className={classes.table} verticalSpacing={4} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Chosen</Table.Th>
            <Table.Th scope="col">Item</Table.Th>
            <Table.Th scope="col">Category</Table.Th>
            <Table.Th scope="col">Points</Table.Th>
            <Table.Th scope="col">Why here</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map((candidate) => {
            const { id, key, url, title, state, points, rank } = candidate;
            const category = candidate.category ?? "unclassified";
            return (
              <Table.Tr key={id} data-chosen={chosen.has(id) || undefined}>
                <Table.Td>
                  <Checkbox
                    aria-label={`Choose ${key}`}
                    checked={chosen.has(id)}
                    disabled={!mayChoose}
                    onChange={() => onToggle(candidate)}
                  />
                </Table.Td>
                <Table.Td className={classes.title}>
                  <TrackerLink url={url} inText>
                    {key}
                  </TrackerLink>{" "}
                  <bdi>{title}</bdi>
                  {state === "closed" ? " (closed meanwhile)" : ""}
                </Table.Td>
                <Table.Td className={classes.category}>
                  <CategorySwatch category={category} /> {categoryWords[category].name}
                </Table.Td>
                <Table.Td>{points === null ? "–" : formatAmount(points, locale)}</Table.Td>
                <Table.Td className={classes.why}>{rankWords(rank)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
