"use client";

import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { comparisonWords } from "./comparison-words";
import classes from "./rules.module.css";
import { comparisonOptions } from "./rules-query";

type ComparisonNoteProps = { productId: string; versions: { from: number; to: number } };

/** What was done to the rules between two versions, a line each. */
export function ComparisonNote({ productId, versions }: ComparisonNoteProps) {
  const { data, error } = useQuery(comparisonOptions(productId, versions));
  if (error) return <Text role="alert">{error.message}</Text>;
  if (!data) return <Text size="sm">Comparing …</Text>;
  const lines = comparisonWords(data);
  if (lines.length === 0) return <Text size="sm">The same rules.</Text>;
  return (
    <ul className={classes.items} aria-label={`What changed since version ${versions.from}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
