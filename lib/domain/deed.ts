/** What the log of a workspace tells of: a word for what it was done to, and one for what was done. */
export const deedKinds = [
  "workspace.create",
  "product.create",
  "product.update",
  "product.delete",
  "product.webhook",
  "source.create",
  "source.update",
  "source.delete",
  "source.webhook",
  "rules.save",
  "override.set",
  "override.clear",
  "override.undo",
  "agreement.propose",
  "agreement.answer",
  "stage.change",
  "meeting.start",
  "meeting.close",
  "member.join",
  "member.change",
  "member.remove",
  "invitation.create",
  "invitation.revoke",
  "token.create",
  "token.revoke",
  "link.create",
  "link.revoke",
  "password.change",
  "password.reset",
] as const;
export type DeedKind = (typeof deedKinds)[number];

/** What is told beside: names, numbers and ids, never a secret and never an item's text. */
export type DeedDetail = Record<string, string | number | boolean | null>;
