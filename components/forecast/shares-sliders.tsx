"use client";

import { Checkbox, Slider, Stack, Text } from "@mantine/core";
import { useId, useState } from "react";
import { formatPercent } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { AgreedShares } from "@/lib/domain/agreement";
import { categoryWords } from "@/lib/domain/glossary";
import { upkeepCategories, withFeature, withPart, withUpkeep } from "./move-shares";

type SharesSlidersProps = {
  shares: AgreedShares;
  /** Said when a slider comes to rest. */
  onShares: (shares: AgreedShares) => void;
};

/** How the work might be divided, by sliders that always come to 100. */
export function SharesSliders({ shares: settled, onShares }: SharesSlidersProps) {
  const locale = useLocale();
  const percent = (share: number) => formatPercent(share, locale);
  const [moving, setMoving] = useState<AgreedShares | null>(null);
  const shares = moving ?? settled;
  const isDivided = !("upkeep" in shares);
  const upkeep = Math.round((100 - shares.feature) * 10) / 10;
  const settle = (chosen: AgreedShares) => {
    setMoving(null);
    onShares(chosen);
  };
  return (
    <Stack gap="xs">
      <ShareSlider
        name={`${percent(shares.feature)} new features, ${percent(upkeep)} upkeep`}
        said={`${shares.feature} percent new features`}
        value={shares.feature}
        most={100}
        onMove={(feature) => setMoving(withFeature(shares, feature))}
        onSettle={(feature) => settle(withFeature(shares, feature))}
      />
      <Checkbox
        size="xs"
        label="Say how upkeep is divided"
        checked={isDivided}
        onChange={(event) =>
          settle(withUpkeep(shares, event.currentTarget.checked ? "divided" : "whole"))
        }
      />
      {"upkeep" in shares
        ? null
        : upkeepCategories.map((category) => (
            <ShareSlider
              key={category}
              name={`${percent(shares[category])} ${categoryWords[category].name.toLowerCase()}`}
              said={`${shares[category]} percent ${categoryWords[category].name.toLowerCase()}`}
              value={shares[category]}
              most={upkeep}
              onMove={(part) => setMoving(withPart(shares, category, part))}
              onSettle={(part) => settle(withPart(shares, category, part))}
            />
          ))}
    </Stack>
  );
}

type ShareSliderProps = {
  name: string;
  said: string;
  value: number;
  most: number;
  onMove: (value: number) => void;
  onSettle: (value: number) => void;
};

function ShareSlider({ name, said, value, most, onMove, onSettle }: ShareSliderProps) {
  const label = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={label}>
        {name}
      </Text>
      <Slider
        value={value}
        onChange={onMove}
        onChangeEnd={onSettle}
        min={0}
        max={most}
        label={null}
        color="ink"
        thumbProps={{ "aria-labelledby": label, "aria-valuetext": said }}
      />
    </div>
  );
}
