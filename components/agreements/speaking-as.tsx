"use client";

import { SegmentedControl, Text } from "@mantine/core";
import { useSides } from "@/components/accounts/viewer";
import type { Side } from "@/lib/domain/agreement";
import { sideNames } from "./agreement-words";

/** With accounts a person holds one side of a product, or none. */
function HeldSide({ side }: { side: Side | null }) {
  return (
    <section aria-label="Speaking as">
      <Text size="sm">
        {side
          ? `You speak for ${sideNames[side]}.`
          : "You speak for neither side here: an owner can give you one, under People."}
      </Text>
    </section>
  );
}

type SpeakingAsProps = { side: Side | null; onSide: (side: Side) => void };

/** For which side somebody speaks, and that one person may speak for both; who holds none reads. */
export function SpeakingAs({ side, onSide }: SpeakingAsProps) {
  const { sides: held, local } = useSides();
  if (!local || side === null) return <HeldSide side={side} />;
  return (
    <section aria-label="Speaking as">
      <Text size="sm" fw={500} id="speaking">
        Speaking as
      </Text>
      <SegmentedControl
        aria-labelledby="speaking"
        value={side}
        data={held.map((one) => ({ value: one, label: sideNames[one] }))}
        onChange={(chosen) => onSide(chosen)}
      />
      <Text size="sm" c="dimmed" maw={620}>
        Without accounts one person may speak for both sides on this machine. The record says so
        beside every signature.
      </Text>
    </section>
  );
}
