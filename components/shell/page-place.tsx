"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { type ReactNode, Suspense, useState } from "react";
import { BalanceSkeleton } from "@/components/balance/balance-skeleton";
import { isListening } from "@/components/ui/listening";

/**
 * Where the product's pages stand. The balance that is gone to shows its skeleton until it comes. The one
 * that came as a document has no boundary: React would hold back its answer for a skeleton's 300 ms.
 */
export function PagePlace({ children }: { children: ReactNode }) {
  const page = useSelectedLayoutSegment();
  const [documentPage, setDocumentPage] = useState(() => (isListening() ? null : page));
  if (documentPage !== null && documentPage !== page) setDocumentPage(null);
  return page === "balance" && documentPage === null ? (
    <Suspense fallback={<BalanceSkeleton />}>{children}</Suspense>
  ) : (
    children
  );
}
