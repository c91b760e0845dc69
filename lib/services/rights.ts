import { AppError } from "@/lib/errors";

export const rights = [
  "read",
  "manage_products",
  "manage_sources",
  "manage_rules",
  "classify",
  "agree",
] as const;
export type Right = (typeof rights)[number];

const rightsOf = {
  owner: rights,
} as const satisfies Record<string, readonly Right[]>;
export type Role = keyof typeof rightsOf;

/** Who asks: until accounts exist, the owner of the machine. */
export type Actor = { workspaceId: string; name: string; role: Role };

/**
 * Whom an actor may speak for. Until accounts exist that is both sides, which every signature says
 * (`local`): two of them may be one person's.
 */
export function speakerOf(actor: Actor): { speaker: string; local: boolean } {
  return { speaker: actor.name, local: true };
}

/** Every service says what it needs before it does anything. Errors: `forbidden`. */
export function requireRight(actor: Actor, right: Right): void {
  if (rightsOf[actor.role].includes(right)) return;
  throw new AppError("forbidden", "You do not have the right to do this.");
}
