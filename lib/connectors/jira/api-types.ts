import { z } from "zod";
import { instantSchema } from "./instant";

export const serverInfoSchema = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Jira of before 2016 leaves it out. */
  deploymentType: z.string().optional(),
  version: z.string(),
});
export type ServerInfo = z.infer<typeof serverInfoSchema>;

/** Who the token belongs to. Cloud hides the name, Data Center has no account id. */
export const myselfSchema = z.object({
  accountId: z.string().nullish(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  timeZone: z.string().nullish(),
});
export type Myself = z.infer<typeof myselfSchema>;

export const projectSchema = z.object({ id: z.string(), key: z.string(), name: z.string() });
export type JiraProject = z.infer<typeof projectSchema>;

export const permissionsSchema = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

export const fieldListSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.object({ type: z.string(), custom: z.string().optional() }).optional(),
  }),
);
export type JiraField = z.infer<typeof fieldListSchema>[number];

export const statusListSchema = z.array(
  z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }).nullish() }),
);

/** Made once: making a schema takes a hundred times as long as using it. */
const withIdSchema = z.object({ id: z.string().regex(/^\d+$/) });

/** A record as it came, known only to have an id; z.custom hands it on unchanged. */
export const issueRecordSchema = z.custom<JiraIssueRecord>(
  (record) => withIdSchema.safeParse(record).success,
  "a record without an id",
);
export type JiraIssueRecord = { id: string; changelog?: unknown; fields?: unknown };

/** When a record was created, where it says so readably: the walk goes by it. */
export const createdSchema = z.object({ fields: z.object({ created: instantSchema }) });

/** Which project an issue is in now. */
export const issuePlaceSchema = z.object({
  fields: z.object({ project: z.object({ id: z.string() }) }),
});

/** Cloud's `/search/jql`: no total, and a token while there is more. */
export const tokenPageSchema = z.object({
  issues: z.array(issueRecordSchema),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().nullish(),
});

/** Data Center's `/search`. */
export const numberedPageSchema = z.object({
  issues: z.array(issueRecordSchema),
  startAt: z.int().nonnegative(),
  total: z.int().nonnegative(),
});

export const countSchema = z.object({ count: z.int().nonnegative() });

/** Entries of a changelog as they came; the mapper judges them one by one. */
const historiesSchema = z.array(z.record(z.string(), z.unknown()));
export type JiraHistory = z.infer<typeof historiesSchema>[number];

/** What `expand=changelog` adds to an issue. */
export const embeddedChangelogSchema = z.object({ histories: historiesSchema });

export const bulkChangelogSchema = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: historiesSchema })),
  nextPageToken: z.string().nullish(),
});

/** What Jira says about a request it refuses. */
export const refusalSchema = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
});
