import { sql } from "drizzle-orm";
import type { BalanceCell } from "@/lib/domain/balance";
import { type Db, queryRows } from "../client";
import { type BalanceQuestion, balanceCells } from "./balance";

/** `part` is the position of the question that a cell answers. */
export type SplitCell = BalanceCell & { part: number };

/** The cells of several balances, read in one statement; each as `readBalanceCells` gives them. */
export function readSplitCells(db: Db, questions: BalanceQuestion[]): Promise<SplitCell[]> {
  const answers = questions.flatMap((question, part) =>
    question.starts.length === 0
      ? []
      : [sql`select ${part}::int as part, x.* from (${balanceCells(question)}) x`],
  );
  if (answers.length === 0) return Promise.resolve([]);
  return queryRows<SplitCell>(db, sql.join(answers, sql` union all `));
}
