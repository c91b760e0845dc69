import type { Kind } from "@/lib/domain/kind";
import type { Resolution } from "@/lib/domain/work-item";
import type { ItemWords } from "./item-words";
import type { Side } from "./story";

/** One issue of the story. `side` and `kind` are what it is; its words may not say so. */
export type HistoryItem = ItemWords & {
  number: number;
  side: Side;
  kind: Kind;
  author: string;
  assignee: string | null;
  milestone: string | null;
  openedAt: Date;
  closedAt: Date | null;
  ending: Resolution | null;
};
