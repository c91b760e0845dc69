"use client";

import { AgreedBand } from "@/components/charts/agreed-band";
import type { PlotBox } from "@/components/charts/plot-layer";
import type { Balance } from "@/lib/contracts/balance";
import { agreedBands, agreedGaps } from "./agreed-marks";

type AgreedLayerProps = {
  plot: PlotBox;
  place: "below" | "above";
  balance: Balance;
  form: "bars" | "areas";
  top: number;
  locale: string;
};

/** What was agreed for the days of the chart, and where the seam lies outside of it. */
export function AgreedLayer({ balance, form, locale, ...rest }: AgreedLayerProps) {
  return (
    <AgreedBand
      bands={agreedBands(balance, form, locale)}
      gaps={agreedGaps(balance, form)}
      {...rest}
    />
  );
}
