import { type AgreementOfStage, readAgreed } from "@/db/queries/agreements";
import type { ProductRow } from "@/db/schema";
import { type CountedView, countedOtherwise, isCountedAlike } from "@/lib/agreements/counted-alike";
import { type Agreed, type Target, targetsOf } from "@/lib/agreements/targets";
import type { GetBalance } from "@/lib/contracts/balance";
import { fieldFilterShape } from "@/lib/contracts/items";
import type { Days } from "@/lib/domain/balance";
import type { VersionedReads } from "./versioned-reads";

/**
 * What was agreed for the days of a view, as known at an instant; or, where the view counts something
 * else than was agreed about, a sentence that says so.
 */
export async function readTargets(
  reads: VersionedReads,
  { workspaceId, id: productId, timeZone }: ProductRow,
  { query, range, knownAt }: { query: GetBalance; range: Days; knownAt: Date | undefined },
): Promise<{ targets: Target[]; targetsMissing: string | null }> {
  const rows = await reads("agreed", { workspaceId, productId }, readAgreed);
  const view = viewOf(query);
  const within = (some: readonly AgreementOfStage[]) =>
    targetsOf({
      agreed: some.flatMap(({ agreement }) => agreedOf(agreement)),
      stages: some.map(({ stage }) => stage),
      ...{ timeZone, range, knownAt },
    });
  const targets = within(rows.filter(({ agreement }) => isCountedAlike(agreement, view)));
  const other = targets.length > 0 ? undefined : rows.findLast((row) => within([row]).length > 0);
  const targetsMissing = other
    ? countedOtherwise({ ...other.agreement, stage: other.stage.name })
    : null;
  return { targets, targetsMissing };
}

function viewOf(query: GetBalance): CountedView {
  const { measure, unit, team = [] } = query;
  const given: Record<string, unknown> = query;
  const filtered = Object.keys(fieldFilterShape).some(
    (field) => given[field] !== undefined && given[field] !== "",
  );
  return { measure, unit, teams: team, filtered };
}

function agreedOf({ inForceAt, ...agreement }: AgreementOfStage["agreement"]): Agreed[] {
  return inForceAt ? [{ ...agreement, inForceAt }] : [];
}
