import type { Deed } from "@/lib/contracts/deeds";
import type { DeedKind } from "@/lib/domain/deed";

export const deedNames: Record<DeedKind, string> = {
  "workspace.create": "Made the workspace",
  "workspace.rename": "Renamed the workspace",
  "product.create": "Made a product",
  "product.update": "Changed a product",
  "product.delete": "Deleted a product",
  "product.webhook": "Changed where messages go",
  "source.create": "Connected a source",
  "source.update": "Changed a source",
  "source.delete": "Removed a source",
  "source.rederive": "Made a source's items again",
  "source.webhook": "Changed a source's webhook",
  "rules.save": "Saved the rules",
  "override.set": "Set a category",
  "override.clear": "Took a category back",
  "override.undo": "Undid a batch of categories",
  "dispute.open": "Contested a category",
  "dispute.settle": "Settled a dispute",
  "agreement.propose": "Proposed an agreement",
  "agreement.answer": "Answered a proposal",
  "stage.change": "Changed a stage",
  "meeting.start": "Started a meeting",
  "meeting.close": "Closed a meeting",
  "note.create": "Wrote a note",
  "note.update": "Changed a note",
  "note.delete": "Deleted a note",
  "team.create": "Made a team",
  "team.update": "Changed a team",
  "team.delete": "Deleted a team",
  "member.join": "Joined",
  "member.change": "Changed a member",
  "member.remove": "Removed a member",
  "invitation.create": "Made an invitation",
  "invitation.revoke": "Took an invitation back",
  "token.create": "Made a token",
  "token.revoke": "Revoked a token",
  "link.create": "Made a share link",
  "link.revoke": "Revoked a share link",
  "password.change": "Changed their password",
  "password.reset": "Reset a password",
};

const ids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Whether a deed was done to a person, whom its subject names. */
export function isOfPerson({ kind }: Pick<Deed, "kind">): boolean {
  return /^(member|password)\./.test(kind);
}

/**
 * What is told beside a deed: `role: pm, by: invitation`. Empty where nothing is. `nameOf` gives
 * products their names; that of a person has a column of its own.
 */
export function detailWords(
  { kind, detail }: Pick<Deed, "kind" | "detail">,
  nameOf: (productId: string) => string,
): string {
  return Object.entries(detail)
    .filter(
      ([name, value]) =>
        value !== null && value !== "" && !(name === "name" && isOfPerson({ kind })),
    )
    .map(
      ([name, value]) =>
        `${name}: ${name === "products" ? `${value}`.replace(ids, nameOf) : value}`,
    )
    .join(", ");
}
