import { Way } from "@/components/rules/way";
import { formatAmount } from "@/components/ui/format";
import type { LateChangeList } from "@/lib/contracts/audit";
import classes from "./audit.module.css";

type LateMovesProps = { moves: LateChangeList["moves"]; locale: string };

/** From which category to which, most first. */
export function LateMoves({ moves, locale }: LateMovesProps) {
  return (
    <ul className={classes.moves} aria-label="From which category to which">
      {moves.map(({ fromCategory, toCategory, changes }) => (
        <li key={`${fromCategory} ${toCategory}`}>
          <strong>{formatAmount(changes, locale)}</strong>
          <Way from={fromCategory} to={toCategory} />
        </li>
      ))}
    </ul>
  );
}
