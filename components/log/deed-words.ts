import type { Deed } from "@/lib/contracts/deeds";
import type { DeedKind } from "@/lib/domain/deed";

export const deedNames: Record<DeedKind, string> = {
  "workspace.create": "Made the workspace",
  "product.create": "Made a product",
  "product.update": "Changed a product",
  "product.delete": "Deleted a product",
  "product.webhook": "Changed where messages go",
  "source.create": "Connected a source",
  "source.update": "Changed a source",
  "source.delete": "Removed a source",
  "source.webhook": "Changed a source's webhook",
  "rules.save": "Saved the rules",
  "override.set": "Set a category",
  "override.clear": "Took a category back",
  "override.undo": "Undid a batch of categories",
  "agreement.propose": "Proposed an agreement",
  "agreement.answer": "Answered a proposal",
  "stage.change": "Changed a stage",
  "meeting.start": "Started a meeting",
  "meeting.close": "Closed a meeting",
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

/** What is told beside a deed: `role: pm, by: invitation`. Empty where nothing is. */
export function detailWords({ detail }: Pick<Deed, "detail">): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
}
