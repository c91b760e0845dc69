export const sourceKinds = ["github", "jira", "sample"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Which records of a repository are work items. */
export const countModes = ["issues", "issues_and_pulls"] as const;
export type CountMode = (typeof countModes)[number];

export const syncModes = ["incremental", "full"] as const;
export type SyncMode = (typeof syncModes)[number];

export const sourceStates = ["idle", "syncing", "failed"] as const;
export type SourceState = (typeof sourceStates)[number];

/** `queued` waits for a process, or for a rate limit to end; `running` has one. */
export const runStates = ["queued", "running", "succeeded", "failed"] as const;
