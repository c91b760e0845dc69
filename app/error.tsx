"use client";

import { PageFailure } from "@/components/ui/page-failure";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main">
      <PageFailure digest={error.digest} onRetry={reset} />
    </main>
  );
}
