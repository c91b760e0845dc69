/** Atlassian's own service, or a server of one's own: they differ in paging and in histories. */
export const deployments = ["cloud", "data_center"] as const;
export type Deployment = (typeof deployments)[number];
