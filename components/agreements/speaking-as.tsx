"use client";

import { SegmentedControl, Text } from "@mantine/core";
import { useSides } from "@/components/accounts/viewer";
import { type Side, sides } from "@/lib/domain/agreement";
import { sideNames } from "./agreement-words";

/** With accounts a person holds one side of a product, or none. */
function HeldSide({ held: [side] }: { held: readonly Side[] }) {
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

/** For which side somebody speaks, and that one person may speak for both. */
export function SpeakingAs({ side, onSide }: { side: Side; onSide: (side: Side) => void }) {
  const { sides: held, local } = useSides();
  if (!local) return <HeldSide held={held} />;
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
