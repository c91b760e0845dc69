"use client";

import { useNow } from "@/components/ui/use-now";
import type { Source } from "@/lib/contracts/sources";
import { freshnessWords } from "./source-words";

/** How old the numbers on the page are. */
export function Freshness({ sources, now }: { sources: Source[]; now: number }) {
  return <>{freshnessWords(sources, useNow(now))}</>;
}
