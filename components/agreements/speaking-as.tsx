"use client";

import { SegmentedControl, Text } from "@mantine/core";
import { type Side, sides } from "@/lib/domain/agreement";
import { sideNames } from "./agreement-words";

/** For which side somebody speaks, and that one person may speak for both. */
export function SpeakingAs({ side, onSide }: { side: Side; onSide: (side: Side) => void }) {
  return (
    <section aria-label="Speaking as">
      <Text size="sm" fw={500} id="speaking">
        Speaking as
      </Text>
      <SegmentedControl
        aria-labelledby="speaking"
        value={side}
        data={sides.map((one) => ({ value: one, label: sideNames[one] }))}
        onChange={(chosen) => onSide(chosen)}
      />
      <Text size="sm" c="dimmed" maw={620}>
        Without accounts one person may speak for both sides on this machine. The record says so
        beside every signature.
      </Text>
    </section>
  );
}
