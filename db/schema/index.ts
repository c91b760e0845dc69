export {
  type AgreementRow,
  type AgreementStepRow,
  agreementSteps,
  agreements,
  type StageRow,
  stages,
} from "./agreements";
export {
  classificationChanges,
  classifications,
  type DisputeRow,
  disputes,
  itemParents,
  overrideBatches,
  overrideBatchItems,
  overrides,
  type StoredOverride,
} from "./classifications";
export { corrections } from "./corrections";
export { type DeedRow, deeds } from "./deeds";
export {
  attempts,
  identity,
  logins,
  type PasswordResetRow,
  type PersonRow,
  passwordResets,
  people,
  type SessionRow,
  sessions,
  verifications,
} from "./identity";
export { itemEvents, itemSprints, workItems } from "./items";
export { ledger, rollups } from "./ledger";
export { type MeetingRow, meetings, type PlanRow, plans } from "./meetings";
export {
  type ApiTokenRow,
  apiTokens,
  type InvitationRow,
  invitations,
  type MembershipRow,
  memberships,
  ownerCodes,
  type ShareLinkRow,
  shareLinks,
} from "./memberships";
export {
  type DigestRow,
  digests,
  type MessageRow,
  messages,
  type ProductWebhookRow,
  productWebhooks,
} from "./messages";
export { type NoteRow, notes } from "./notes";
export { type ProductRow, products, productVersions, workspaces } from "./products";
export { rawRecords, refusedRecords } from "./records";
export {
  type ReclassificationRow,
  type RuleSetRow,
  reclassifications,
  ruleSets,
  stagedClassifications,
} from "./rules";
export {
  type RunRow,
  type SourceRow,
  sources,
  sourceWalks,
  syncRuns,
  type WalkRow,
} from "./sources";
export { type TeamRow, teams } from "./teams";
export { type WebhookRow, webhookDeliveries, webhooks } from "./webhooks";
