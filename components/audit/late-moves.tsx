import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import type { LateChangeList } from "@/lib/contracts/audit";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./audit.module.css";

type LateMovesProps = { moves: LateChangeList["moves"]; locale: string };

/** From which category to which, most first. */
export function LateMoves({ moves, locale }: LateMovesProps) {
  return (
    <ul className={classes.moves} aria-label="From which category to which">
      {moves.map(({ fromCategory, toCategory, changes }) => (
        <li key={`${fromCategory} ${toCategory}`}>
          <strong>{formatAmount(changes, locale)}</strong>
          <CategoryMove from={fromCategory} to={toCategory} />
        </li>
      ))}
    </ul>
  );
}

type CategoryMoveProps = {
  from: LateChangeList["moves"][number]["fromCategory"];
  to: LateChangeList["moves"][number]["toCategory"];
};

/** `Feature → Maintenance`; null is unclassified. */
export function CategoryMove({ from, to }: CategoryMoveProps) {
  return (
    <span className={classes.move}>
      <CategorySwatch category={from ?? "unclassified"} />
      {categoryWords[from ?? "unclassified"].name} →
      <CategorySwatch category={to ?? "unclassified"} />
      {categoryWords[to ?? "unclassified"].name}
    </span>
  );
}
