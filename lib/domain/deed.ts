/**
 * What the log of a workspace tells of: a word for what it was done to, and one for what was done.
 * Minutes and plans are written at each key and click, by both sides at once: the meeting's record
 * keeps what they came to, and the log does not.
 */
export const deedKinds = [
  "workspace.create",
  "workspace.rename",
  "product.create",
  "product.update",
  "product.delete",
  "product.webhook",
  "source.create",
  "source.update",
  "source.delete",
  "source.rederive",
  "source.webhook",
  "rules.save",
  "override.set",
  "override.clear",
  "override.undo",
  "dispute.open",
  "dispute.settle",
  "agreement.propose",
  "agreement.answer",
  "stage.change",
  "meeting.start",
  "meeting.close",
  "note.create",
  "note.update",
  "note.delete",
  "team.create",
  "team.update",
  "team.delete",
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
