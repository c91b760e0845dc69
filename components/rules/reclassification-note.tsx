"use client";

import { Progress, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { formatAmount, formatCount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Rules } from "@/lib/contracts/rules";
import { isUnderWay, previewKey } from "./rules-query";

/** How far the items are decided by the saved rules: until the end every figure shows those before. */
export function ReclassificationNote({ rules }: { rules: Rules }) {
  const locale = useLocale();
  useFreshFigures(rules);
  const walk = rules.reclassification;
  if (walk === null) return null;
  const { done, total, changed, rulesVersion, learns } = walk;
  if (!isUnderWay(rules)) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {learns
          ? "The text model has last learnt from corrections"
          : `Version ${rulesVersion} decides all items`}
        ; {formatCount(changed, "answer", locale)} changed with it.
      </Text>
    );
  }
  return (
    <div role="status">
      <Text size="sm">
        {formatAmount(done, locale)} of {formatCount(total, "item", locale)} are decided by{" "}
        {learns
          ? "what the text model has learnt from corrections. Until all are, every figure stays as it is."
          : `version ${rulesVersion}. Until all are, every figure shows version ${rules.activeVersion}.`}
      </Text>
      <Progress
        value={total > 0 ? (done / total) * 100 : 100}
        size="sm"
        my={6}
        aria-label={learns ? "Items decided by the new model" : "Items decided by the new rules"}
      />
    </div>
  );
}

/** Once other rules or another model are in force, what was read before is asked again. */
function useFreshFigures({ reclassification }: Rules): void {
  const queryClient = useQueryClient();
  const finishedAt = reclassification?.finishedAt ?? null;
  const shown = useRef(finishedAt);
  useEffect(() => {
    if (finishedAt === null || shown.current === finishedAt) return;
    shown.current = finishedAt;
    for (const queryKey of [["balance"], ["items"], ["item"], [...previewKey]]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }, [finishedAt, queryClient]);
}
