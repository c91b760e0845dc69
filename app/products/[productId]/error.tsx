"use client";

import { PageFailure } from "@/components/ui/page-failure";

export default function ProductError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <PageFailure digest={error.digest} onRetry={reset} />;
}
