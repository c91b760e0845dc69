import { OpenNumber } from "@/components/balance/open-number";
import { formatAmount } from "@/components/ui/format";
import type { Flow } from "@/lib/contracts/flow";

type FlowNoteProps = { flow: Flow; locale: string; onOpen: (measure: "opened" | "done") => void };

/** How the pictures are to be read and, in points, what adds none to them. */
export function FlowNote({ flow, locale, onOpen }: FlowNoteProps) {
  const number = (measure: "opened" | "done") => (
    <OpenNumber
      amount={formatAmount(flow.totals.unestimated[measure], locale)}
      what={`${measure} without an estimate`}
      onClick={() => onOpen(measure)}
    />
  );
  return (
    <>
      In {flow.unit}, all on one scale: opened above the line, done below it.
      {flow.unit === "points" ? (
        <>
          {" "}
          Items without an estimate, adding no points: {number("opened")} opened, {number("done")}{" "}
          done.
        </>
      ) : null}
    </>
  );
}
