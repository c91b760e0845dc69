/** How the store keeps an issue; the two APIs' bodies are made from it. */
export type JiraStandInIssue = {
  id: number;
  key: string;
  /** Names in the site's lists. */
  type: string;
  status: string;
  resolution: string | null;
  resolutiondate: string | null;
  /** ISO 8601 in UTC. */
  created: string;
  updated: string;
  summary: string;
  /** Wiki markup; Cloud's v3 shows it as a document of paragraphs. */
  description: string | null;
  labels: string[];
  components: string[];
  fixVersions: string[];
  priority: string | null;
  assignee: string | null;
  reporter: string | null;
  /** Key of the parent of a sub-task, or of the epic on Cloud. */
  parent: string | null;
  epic: string | null;
  sprints: JiraStandInSprint[];
  /** Further custom fields by id. */
  custom: Record<string, unknown>;
  histories: JiraStandInHistory[];
};

export type JiraStandInSprint = {
  id: number;
  name: string;
  state: string;
  /** ISO 8601. */
  startDate?: string;
  endDate?: string;
  completeDate?: string;
};

export type JiraStandInHistory = {
  id: string;
  created: string;
  items: {
    field: string;
    from: string | null;
    fromString: string | null;
    to: string | null;
    toString: string | null;
  }[];
};

export type JiraStandInProject = {
  id: string;
  key: string;
  name: string;
  issues: JiraStandInIssue[];
  /** Keys it had before. */
  formerKeys?: string[];
};

export type JiraStandInSite = {
  projects: JiraStandInProject[];
  statuses: { id: string; name: string; category: "new" | "indeterminate" | "done" }[];
  types: { id: string; name: string; subtask: boolean; hierarchyLevel?: number }[];
  fields: { id: string; name: string; type: string; custom: string }[];
};

/** `browse` sees all, `none` no project, `empty` the projects but no issue in them. */
export type JiraRights = "browse" | "none" | "empty";

export type JiraAccount = {
  /** With it the token works by basic authentication only, without it as a bearer only. */
  email?: string;
  token: string;
  name: string;
  /** In which its JQL is read. */
  timeZone?: string;
  /** What `/myself` says of it, where that is something else; null leaves it out. */
  toldZone?: string | null;
  rights: JiraRights;
};

export type JiraTarget =
  | "serverInfo"
  | "myself"
  | "field"
  | "status"
  | "project"
  | "permissions"
  | "search"
  | "count"
  | "changelog"
  | "issue"
  | "other";

export type JiraFaultKind =
  | "server_error"
  | "slow"
  | "reset"
  | "reset_mid_body"
  | "truncated"
  | "html"
  | "empty_body"
  | "wrong_shape"
  | "ids_only"
  | "empty_list"
  | "no_next"
  | "repeated_page"
  | "endless_pages"
  | "token_expired"
  | "rate_limited"
  | "busy"
  | "redirect"
  | "anonymous"
  | "unauthorized"
  | "captcha"
  | "forbidden"
  | "not_found"
  | "gone";

export type JiraFault = {
  kind: JiraFaultKind;
  /** Which requests it strikes; all of them unless told. */
  on?: JiraTarget;
  /** Lets so many of them pass first. */
  skip?: number;
  /** Strikes so many times, then is over; for ever unless told. */
  times?: number;
  /** `server_error`: 502 unless told. */
  status?: number;
  /** `slow`, `rate_limited`, `busy`: how long; null leaves the header out. */
  seconds?: number | null;
  /** `redirect`: where to. */
  location?: string;
};

export type JiraLoggedRequest = {
  method: string;
  /** Path and query as sent. */
  url: string;
  body: string;
  authorization: string | null;
  status: number;
};

export type JiraStandInOptions = {
  mode: "cloud" | "data_center";
  site: JiraStandInSite;
  accounts?: JiraAccount[];
  /** The most rows of a page; 100 on Cloud and 1000 on Data Center unless told. */
  pageLimit?: number;
  /** Entries of one page of the bulk changelog. */
  changelogPage?: number;
  now?: () => Date;
  /** Lets the time of a slow answer pass; really waits unless told. */
  pause?: (ms: number) => Promise<void>;
};
