import type { ReactNode } from "react";
import classes from "./cursor-frame.module.css";
import { bandOf, plotMargin } from "./scale";

type CursorMarkProps = {
  cursor: number;
  count: number;
  form: "bars" | "areas";
  panel: ReactNode;
};

/** The stretch under the cursor, and beside it the bucket's numbers. */
export function CursorMark({ cursor, count, form, panel }: CursorMarkProps) {
  const band = bandOf(cursor, count, form);
  const plot = `(100% - ${plotMargin.left + plotMargin.right}px)`;
  const left = `calc(${plotMargin.left}px + ${plot} * ${band.from})`;
  const side =
    band.from > 0.5
      ? { right: `calc(100% - ${left} + 8px)` }
      : { left: `calc(${plotMargin.left}px + ${plot} * ${band.to} + 8px)` };
  return (
    <>
      <div
        className={classes.cursor}
        style={{
          left,
          width: `calc(${plot} * ${band.to - band.from})`,
          top: plotMargin.top,
          bottom: plotMargin.bottom,
        }}
      />
      <div className={classes.panel} style={side}>
        {panel}
      </div>
    </>
  );
}
