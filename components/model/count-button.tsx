"use client";

import { UnstyledButton } from "@mantine/core";
import { formatAmount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { JudgedSelection } from "./judged-parameters";
import classes from "./model.module.css";
import { selectionWords } from "./model-words";

type CountButtonProps = {
  count: number;
  selection: JudgedSelection;
  onOpen: (selection: JudgedSelection) => void;
  strong?: boolean;
};

/** A number of corrected items that opens them; of none there is nothing to open. */
export function CountButton({ count, selection, onOpen, strong = false }: CountButtonProps) {
  const locale = useLocale();
  const shown = formatAmount(count, locale);
  if (count === 0) return <span className={classes.none}>{shown}</span>;
  return (
    <UnstyledButton
      className={classes.count}
      data-strong={strong || undefined}
      aria-label={`${shown}: ${selectionWords(selection, locale)}`}
      onClick={() => onOpen(selection)}
    >
      {shown}
    </UnstyledButton>
  );
}
