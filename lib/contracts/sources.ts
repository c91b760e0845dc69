import { z } from "zod";
import { countModes, runStates, sourceKinds, sourceStates, syncModes } from "@/lib/domain/source";
import { resolutions } from "@/lib/domain/work-item";
import { idSchema, instantSchema, listOf } from "./common";
import { webhookSchema } from "./webhooks";

/** A GitHub App as it is installed: its tokens end after an hour and are renewed. */
const githubAppSchema = z.strictObject({
  appId: z.string().trim().min(1).max(100),
  installationId: z
    .string()
    .trim()
    .regex(/^\d{1,20}$/, "An installation's id is a number."),
  /** PEM, as GitHub hands it out. */
  privateKey: z.string().trim().min(1).max(10_000),
});

/** `repository` and `apiUrl` are judged by the service, which answers 422 with what to do. */
export const createGithubSourceSchema = z.strictObject({
  kind: z.literal("github"),
  repository: z
    .string("Name a repository as owner/name.")
    .trim()
    .min(1, "Name a repository as owner/name.")
    .max(500),
  token: z.string().trim().min(1).max(500).optional(),
  /** In place of a token. */
  app: githubAppSchema.optional(),
  apiUrl: z.string().trim().min(1).max(500).optional(),
  count: z.enum(countModes).default("issues"),
});

const resolutionWordSchema = z.string().trim().min(1).max(255);

/** Cloud or Data Center. Name either a project or a query; the service judges the rest. */
export const createJiraSourceSchema = z.strictObject({
  kind: z.literal("jira"),
  siteUrl: z.string("Give the site's address.").trim().min(1, "Give the site's address.").max(500),
  project: z.string().trim().min(1).max(500).optional(),
  jql: z.string().trim().min(1).max(2000).optional(),
  /** With an e-mail address the token is an API token of Jira Cloud. */
  email: z.string().trim().min(1).max(254).optional(),
  token: z.string("Give a token.").trim().min(1, "Give a token.").max(5000),
  /** Id or name of the field with the estimate. */
  pointsField: z.string().trim().min(1).max(255).optional(),
  /** What the site's own resolutions mean, over the defaults. */
  resolutions: z.record(resolutionWordSchema, z.enum(resolutions)).default({}),
  /** Whether sub-tasks count beside their parents. */
  countSubtasks: z.boolean().default(false),
});

export const createSourceSchema = z.discriminatedUnion("kind", [
  createGithubSourceSchema,
  createJiraSourceSchema,
]);
export type CreateSource = z.input<typeof createSourceSchema>;

/** A request without a body asks for the usual. */
export const startSyncSchema = z
  .strictObject({ mode: z.enum(syncModes).default("incremental") })
  .prefault({});

export const runSchema = z.object({
  id: idSchema,
  mode: z.enum(syncModes),
  state: z.enum(runStates),
  startedAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Records read from the tracker, those that are not work items among them. */
  fetched: z.int(),
  /** Work items written because something in them differed. */
  changed: z.int(),
  /** Work items found gone upstream and marked removed. */
  removed: z.int(),
  /** Records that could not be stored, listed on the source's page with the reason. */
  refused: z.int(),
  error: z.string().nullable(),
});
export type Run = z.infer<typeof runSchema>;

/** A copy that is older than it should be. `since` is its last success; null before the first. */
export const staleSchema = z.object({ since: instantSchema.nullable(), why: z.string() });
export type Stale = z.infer<typeof staleSchema>;

export const sourceSchema = z.object({
  id: idSchema,
  productId: idSchema,
  kind: z.enum(sourceKinds),
  name: z.string(),
  url: z.string(),
  apiUrl: z.string().nullable(),
  count: z.enum(countModes),
  countSubtasks: z.boolean(),
  hasToken: z.boolean(),
  state: z.enum(sourceStates),
  /** The estimate that is charted, where the tracker keeps several. */
  pointsField: z.string().nullable(),
  /** Records read by the run under way (or the last one); the rest where it can be estimated. */
  progress: z.object({
    fetched: z.int(),
    total: z.int().optional(),
    secondsLeft: z.int().optional(),
  }),
  /** A run waits until then, because the tracker's rate limit lasts; `lastRun.error` says more. */
  pausedUntil: instantSchema.nullable(),
  lastRun: runSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  /** When everything was last read, rather than what had changed. */
  reconciledAt: instantSchema.nullable(),
  /** Why the copy is older than it should be, and since when; null where it is fresh. */
  stale: staleSchema.nullable(),
  /** Records that could not be stored, listed under `/refused`. */
  refusedCount: z.int(),
  /** How the tracker tells of changes; null where it does not. */
  webhook: webhookSchema.nullable(),
  itemCount: z.int(),
  /** The boards whose sprints have dates, by the tracker's own id; null is one that is not told. */
  sprintBoards: z.array(z.string().nullable()),
  createdAt: instantSchema,
});
export type Source = z.infer<typeof sourceSchema>;

/** What is left out stays as it is. A token of null takes the present token or App away. */
export const updateSourceSchema = z.strictObject({
  count: z.enum(countModes).optional(),
  token: z.string().trim().min(1).max(5000).nullable().optional(),
  /** In place of a token, or of the App that is there. */
  app: githubAppSchema.optional(),
  pointsField: z.string().trim().min(1).max(255).nullable().optional(),
  countSubtasks: z.boolean().optional(),
  /** What the tracker's words for an ending mean from now on; null goes back to the default. */
  resolutions: z.record(resolutionWordSchema, z.enum(resolutions).nullable()).optional(),
});
export type UpdateSource = z.output<typeof updateSourceSchema>;

/** A field that may hold an estimate; `isLikely` where it looks like one in points. */
const pointsFieldSchema = z.object({ id: z.string(), name: z.string(), isLikely: z.boolean() });

export const pointsFieldListSchema = z.object({ items: z.array(pointsFieldSchema) });
export type PointsFieldList = z.infer<typeof pointsFieldListSchema>;

/** A place that can be read, found without connecting it. */
export const checkedPlaceSchema = z.object({
  name: z.string(),
  url: z.string(),
  pointsFields: z.array(pointsFieldSchema),
});
export type CheckedPlace = z.infer<typeof checkedPlaceSchema>;

/** How items of a source ended, in the tracker's own words, the most frequent first. */
export const endingListSchema = z.object({
  items: z.array(
    z.object({
      word: z.string(),
      /** Where the tracker says it: without a resolution, the status may. */
      from: z.enum(["resolution", "status"]),
      count: z.int(),
      /** Null is a word that nobody has explained: such items count as delivered. */
      countsAs: z.enum(resolutions).nullable(),
      default: z.enum(resolutions).nullable(),
    }),
  ),
});
export type EndingList = z.infer<typeof endingListSchema>;

export const listRefusedSchema = z.strictObject({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const refusedListSchema = listOf(
  z.object({ externalId: z.string(), reason: z.string(), refusedAt: instantSchema }),
);
export type RefusedList = z.infer<typeof refusedListSchema>;

export const sourceListSchema = listOf(sourceSchema);
export type SourceList = z.infer<typeof sourceListSchema>;
