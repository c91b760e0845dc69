import type { Kind } from "@/lib/domain/kind";

type Templates = readonly [string, ...string[]];

/**
 * How people name things. `{thing}` and `{part}` come from parts.ts, the others from `slots`;
 * a capital (`{Thing}`) opens the sentence.
 */
export const titleTemplates: Partial<Record<Kind, Templates>> & { enhancement: Templates } = {
  new_feature: [
    ...(["Add {thing} for {audience}", "Let {audience} adjust {thing}"] as const),
    ...(["Show {thing} on the dashboard for {audience}", "Offer {thing} per {scope}"] as const),
    ...(["{Thing} for {audience}: first version", "Configure {thing} per {scope}"] as const),
    ...(["Let {audience} switch off {thing}", "Templates for {thing}, one per {scope}"] as const),
  ],
  enhancement: [
    ...(["Remember the last choice for {thing} per {scope}", "Bulk actions for {thing}"] as const),
    ...(["Make {thing} easier to find for {audience}", "Keyboard shortcuts for {thing}"] as const),
    ...([
      "Sort and group {thing} by {scope}",
      "Explain {thing} where {audience} need help",
    ] as const),
    ...(["Better defaults for {thing} per {scope}", "Show progress for {thing}"] as const),
  ],
  bug: [
    ...(["{Thing} wrong after {event}", "{Thing} not updated after {event}"] as const),
    ...(["{Thing} broken on {platform}", "{Thing} shown twice after {event}"] as const),
    ...(["{Thing} lost after {event}", "Cannot open {thing} on {platform}"] as const),
    ...(["Error page for {thing} after {event}", "{Thing} empty for {audience}"] as const),
  ],
  security: [
    ...([
      "Check permissions on {thing} for {audience}",
      "Keep tokens out of the logs of {thing}",
    ] as const),
    ...(["Limit attempts on {thing}", "Escape names in {thing}"] as const),
  ],
  dependency: ["Bump {package} from {from} to {to}"],
  documentation: [
    ...(["Document {thing} for {audience}", "Help page for {thing} is out of date"] as const),
    ...(["Explain the limits of {thing}", "Screenshots of {thing} show the old design"] as const),
  ],
  test: [
    ...(["Cover {thing} with integration tests", "End-to-end test for {thing}"] as const),
    ...(["Test {thing} with {amount}", "Contract test for {thing}"] as const),
  ],
  build: [
    ...(["Cache packages in the {part} pipeline", "Preview deployments for {part}"] as const),
    ...(["Nightly build of {part} takes too long", "Run {part} checks in parallel"] as const),
    ...(["Alert when the {part} deployment fails", "Pin the {part} build image"] as const),
  ],
  performance: [
    ...(["{Thing} slow with {amount}", "{Thing}: seconds to load on {platform}"] as const),
    ...([
      "Too many queries for {thing} with {amount}",
      "Memory grows while using {thing}",
    ] as const),
  ],
  chore: [
    ...(["Rotate the {part} credentials", "Renew the certificate for {part}"] as const),
    ...(["Archive old {part} logs", "Update licence notices in {part}"] as const),
  ],
  refactor: [
    ...(["Split {thing} out of the {part} service", "One module for {thing}"] as const),
    ...(["Separate reading from writing in {thing}", "Untangle {thing} from {other}"] as const),
    ...(["Give {thing} a clear interface to {other}", "Restructure the {part} screens"] as const),
  ],
  migration: [
    ...(["Move {thing} to the new event pipeline", "Move {part} off the old job runner"] as const),
    ...(["Backfill {thing} into the event pipeline", "Switch {thing} to the new schema"] as const),
    ...(["Run {thing} on both pipelines and compare", "Read {thing} from events"] as const),
  ],
  reimplementation: [
    ...(["Rewrite {thing} on the event pipeline", "Replace the {part} scheduler"] as const),
    ...(["Rebuild {thing} without the old framework", "New engine for {thing}"] as const),
  ],
  cleanup: [
    ...(["Remove the old code path for {thing}", "Delete unused switches in {part}"] as const),
    ...(["Drop leftover columns of {thing}", "Tidy up the {part} test data"] as const),
    ...(["One name for {thing} everywhere", "Remove copies of {thing} in {other}"] as const),
  ],
  debt: [
    ...(["Undo the quick fix for {thing} after {event}", "Type the {part} payloads"] as const),
    ...([
      "Calls for {thing} bypass the {other} service",
      "Replace the global cache in {part}",
    ] as const),
    ...(["{Part} knows too much about {other}", "Hard-coded limits in {thing}"] as const),
  ],
  deprecation: [
    ...(["Stop using version 1 calls for {thing}", "Retire the old {part} endpoints"] as const),
    ...([
      "Replace deprecated date functions in {part}",
      "Warn before version 1 of {thing} ends",
    ] as const),
  ],
  flaky_test: [
    ...(["Test for {thing} fails now and then", "{Part} suite depends on test order"] as const),
    ...(["Timing in the test of {thing}", "Test for {thing} fails around midnight"] as const),
  ],
  question: [
    ...(["How do we handle {thing} for {audience}?", "Where to configure {thing}?"] as const),
    ...(["Why did {thing} change after {event}?", "Who owns {thing}?"] as const),
    ...([
      "Different {thing} per {scope}: possible?",
      "What do {audience} see of {thing}?",
    ] as const),
  ],
};

/** What fills the other places. */
export const titleSlots = {
  audience: [
    ...(["admins", "guests", "accountants", "warehouse staff", "resellers"] as const),
    ...(["new customers", "trial users", "team leads"] as const),
  ],
  scope: ["customer", "location", "team", "currency", "language", "sales channel"],
  event: [
    ...(["a plan change", "daylight saving", "renaming a customer", "a second retry"] as const),
    ...(["the nightly job", "signing in again", "a language switch", "an import"] as const),
    ...(["a partial refund", "closing the tab", "a time-out"] as const),
  ],
  platform: ["Safari", "Firefox", "Android 14", "iPad", "slow connections", "small screens"],
  amount: ["10,000 rows", "many locations", "long names", "three years of data", "500 users"],
  package: [
    ...(["react-router", "pg", "sharp", "nodemailer", "pdf-lib", "date-fns", "express"] as const),
    ...(["typescript", "vite", "eslint", "ioredis", "axios", "webpack", "zod"] as const),
  ],
} as const satisfies Record<string, Templates>;
