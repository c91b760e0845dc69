import { lastOf } from "@/lib/agreements/last-of";
import { isSameShares } from "@/lib/agreements/shares";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Stage } from "@/lib/contracts/stages";
import type { AgreedShares } from "@/lib/domain/agreement";

/** One way to divide the work; shares null: as it was. */
export type Scenario = {
  key: "actual" | "agreed" | "pm" | "engineering" | "own";
  name: string;
  shares: AgreedShares | null;
};

/**
 * What is worth seeing side by side for the stage: today's actual, what each side wants or else what
 * is in force, about the whole product; and the reader's own, unless it is one of these.
 */
export function scenariosOf(
  agreements: readonly Agreement[],
  stage: Pick<Stage, "id"> | undefined,
  own: AgreedShares | null,
): Scenario[] {
  const here = agreements.filter(({ stageId, team }) => stageId === stage?.id && team === null);
  const open = here.find(({ state }) => state === "proposed");
  const inForce = here.find(({ state }) => state === "in_force");
  const pm = open && lastOf(open, "pm")?.shares;
  const engineering = open && lastOf(open, "engineering")?.shares;
  const others: Scenario[] = [
    ...(inForce ? [{ key: "agreed", name: "Agreed", shares: inForce.shares } as const] : []),
    ...(pm ? [{ key: "pm", name: "Product manager’s proposal", shares: pm } as const] : []),
    ...(engineering
      ? [{ key: "engineering", name: "Engineering’s proposal", shares: engineering } as const]
      : []),
  ];
  const isThere = others.some(({ shares }) => own && shares && isSameShares(own, shares));
  return [
    { key: "actual", name: "Today’s actual", shares: null },
    ...others,
    ...(own && !isThere ? [{ key: "own", name: "What if", shares: own } as const] : []),
  ];
}
