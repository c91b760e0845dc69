import { z } from "zod";
import { instantSchema } from "./instant";

const named = z.object({ name: z.string() });

/** Cloud names people by `displayName` and account id, Data Center by `name` as well. */
const userSchema = z
  .object({ displayName: z.string().nullish(), name: z.string().nullish() })
  .transform(({ displayName, name }) => displayName ?? name ?? null);

/** The parts of an issue that are read here; custom fields stay as they came. */
export const issueSchema = z.object({
  id: z.string().regex(/^\d+$/),
  key: z.string().regex(/^[^\s/-]+-\d+$/),
  fields: z.looseObject({
    summary: z.string(),
    description: z.unknown(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    issuetype: z.object({
      name: z.string(),
      subtask: z.boolean().nullish(),
      hierarchyLevel: z.number().nullish(),
    }),
    resolution: named.nullish(),
    resolutiondate: instantSchema.nullish(),
    created: instantSchema,
    updated: instantSchema,
    labels: z.array(z.string()).nullish(),
    components: z.array(named).nullish(),
    fixVersions: z.array(named).nullish(),
    priority: named.nullish(),
    assignee: userSchema.nullish(),
    reporter: userSchema.nullish(),
    parent: z.object({ key: z.string() }).nullish(),
  }),
});
export type JiraIssue = z.infer<typeof issueSchema>;
