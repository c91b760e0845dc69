import { z } from "zod";

/** The parts of GitHub's repository answer that are read here. */
export const repositorySchema = z.object({
  full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  html_url: z.httpUrl().or(z.url({ protocol: /^https?$/ })),
  has_issues: z.boolean().optional(),
});
export type GithubRepository = z.infer<typeof repositorySchema>;

/** Made once: making a schema takes a hundred times as long as using it. */
const withIdSchema = z.object({ id: z.int().positive() });

/** A record as it came, known only to have an id; z.custom hands it on unchanged. */
export const issueRecordSchema = z.custom<{
  id: number;
  number?: unknown;
  node_id?: unknown;
  created_at?: unknown;
  updated_at?: unknown;
  pull_request?: unknown;
  repository_url?: unknown;
}>((record) => withIdSchema.safeParse(record).success, "a record without an id");
export type GithubIssueRecord = z.infer<typeof issueRecordSchema>;

/** One page of the issue listing: strict about the envelope, the records are judged one by one. */
export const issuePageSchema = z.array(issueRecordSchema);

/** A label or an issue type, of which only the name shows on an issue. */
export const namedPageSchema = z.array(z.object({ id: z.int(), name: z.string() }));

/** One page of a timeline: the events are judged one by one. */
export const eventPageSchema = z.array(z.unknown());

const userSchema = z.object({ login: z.string() });
export const instantSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Labels are objects, or plain strings in some answers; both are documented. */
const labelSchema = z.union([
  z.string().transform((name) => ({ name, node_id: null, color: null })),
  z.object({
    name: z.string().nullish(),
    node_id: z.string().nullish().catch(null),
    color: z.string().nullish().catch(null),
  }),
]);

/** One record of the listing: an issue, or a pull request where it has the `pull_request` key. */
export const issueSchema = z.object({
  id: z.int().positive(),
  number: z.int().positive(),
  html_url: z.url({ protocol: /^https?$/ }),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]),
  state_reason: z.string().nullish(),
  type: z.object({ name: z.string() }).nullish(),
  labels: z.array(labelSchema),
  milestone: z.object({ title: z.string() }).nullish(),
  user: userSchema.nullish(),
  assignee: userSchema.nullish(),
  assignees: z.array(userSchema).nullish(),
  created_at: instantSchema,
  updated_at: instantSchema,
  closed_at: instantSchema.nullish(),
  repository_url: z.string().nullish(),
  parent_issue_url: z.string().nullish(),
  pull_request: z.object({ merged_at: instantSchema.nullish() }).nullish(),
});
export type GithubIssue = z.infer<typeof issueSchema>;
