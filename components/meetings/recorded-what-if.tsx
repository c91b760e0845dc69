import { Text } from "@mantine/core";
import tableClasses from "@/components/balance/balance-table.module.css";
import flowClasses from "@/components/flow/flow.module.css";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { WhatIf } from "@/lib/contracts/forecast";
import { debtAtEnd, dividedBy, startWords, steadyWords } from "@/lib/meetings/what-if-words";

/** What the meeting looked ahead to, as it was; the weeks one by one are in the file of numbers. */
export function RecordedWhatIf({ whatIf }: { whatIf: WhatIf | null }) {
  if (!whatIf) return <Text>It is kept when the meeting is closed.</Text>;
  if (whatIf.scenarios.length === 0) return <Text>{whatIf.reason}</Text>;
  return (
    <ScrollRegion label="What if, as it was looked at">
      <table className={`${tableClasses.table} ${flowClasses.table}`}>
        <caption>{startWords(whatIf)}</caption>
        <thead>
          <tr>
            <th scope="col">Way</th>
            <th scope="col">Divided</th>
            <th scope="col">Open tech debt at the end, P50 (P10–P90)</th>
            <th scope="col">Open tech debt</th>
          </tr>
        </thead>
        <tbody>
          {whatIf.scenarios.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.name}</th>
              <td>{dividedBy(one)}</td>
              <td>{debtAtEnd(one)}</td>
              <td>{steadyWords(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
