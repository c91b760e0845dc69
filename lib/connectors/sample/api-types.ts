import { z } from "zod";

const instantSchema = z.iso.datetime().transform((text) => new Date(text));
const userSchema = z.object({ login: z.string() });

/** One generated record, in the shape of GitHub's issue listing as far as it goes. */
export const sampleIssueSchema = z.object({
  id: z.int().positive(),
  number: z.int().positive(),
  /** Empty: there is no tracker behind it to open. */
  html_url: z.literal(""),
  title: z.string().min(1),
  body: z.string(),
  state: z.enum(["open", "closed"]),
  state_reason: z.enum(["completed", "not_planned", "duplicate"]).nullable(),
  type: z.object({ name: z.string() }).nullable(),
  labels: z.array(z.object({ name: z.string() })),
  milestone: z.object({ title: z.string() }).nullable(),
  user: userSchema,
  assignee: userSchema.nullable(),
  created_at: instantSchema,
  updated_at: instantSchema,
  closed_at: instantSchema.nullable(),
  /** Records that were generated before there was such a field lack it. */
  assigned_at: instantSchema.nullish(),
});
/** As it is stored: instants are texts. */
export type SampleRecord = z.input<typeof sampleIssueSchema>;
export type SampleIssue = z.output<typeof sampleIssueSchema>;
