import type { Agreement, AgreementStep } from "@/lib/contracts/agreements";
import type { Side } from "@/lib/domain/agreement";

/** The version a side last put on the table in a talk. */
export function lastOf({ steps }: Pick<Agreement, "steps">, side: Side): AgreementStep | undefined {
  return steps.findLast(
    ({ act, side: whose }) => whose === side && (act === "propose" || act === "counter"),
  );
}
