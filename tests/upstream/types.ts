import type { IncomingHttpHeaders } from "node:http";

/** A record in the shape of GitHub's issue listing; recorded ones hold more than is named here. */
export type StandInIssue = {
  id: number;
  node_id?: string;
  number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  state_reason?: string | null;
  labels: (string | { name?: string; [key: string]: unknown })[];
  created_at: string;
  updated_at: string;
  closed_at: string | null;
  html_url: string;
  repository_url: string;
  comments?: number;
  milestone?: { title: string } | null;
  type?: { name: string } | null;
  assignees?: { login: string }[];
  parent_issue_url?: string | null;
  [key: string]: unknown;
};

/** An event in the shape of GitHub's timeline; recorded ones hold more than is named here. */
export type StandInEvent = {
  event: string;
  created_at: string;
  label?: { name: string; color: string };
  [key: string]: unknown;
};

/** A label in the shape of GitHub's label listing. */
export type StandInLabel = {
  id: number;
  node_id: string;
  name: string;
  color: string;
  [key: string]: unknown;
};

/** One installation of a GitHub App, and the public half of the App's key, in PEM. */
export type StandInApp = { appId: string; installationId: string; publicKey: string };

export type StandInRepository = {
  owner: string;
  name: string;
  issues: StandInIssue[];
  /** What happened to them before, by number. */
  events?: Record<number, StandInEvent[]>;
  /** Labels beside those that the issues carry. */
  labels?: StandInLabel[];
  /** Issue types of its organisation; without, it belongs to a person and has none. */
  types?: { id: number; name: string }[];
  /** Only tokens with all rights see it. */
  isPrivate?: boolean;
  hasIssues?: boolean;
  /** Names it had before, as `owner/name`: they answer 301. */
  formerNames?: string[];
};

/** What a token may do; `none` sees the repository but not its issues. */
export type StandInRights = "all" | "none";

export type FaultKind =
  | "server_error"
  | "slow"
  | "reset"
  | "reset_mid_body"
  | "truncated"
  | "html"
  | "empty_body"
  | "wrong_shape"
  | "empty_list"
  | "no_next"
  | "repeated_page"
  | "endless_pages"
  | "foreign_next"
  | "rate_limited"
  | "graphql_rate_limited"
  | "graphql_trouble"
  | "secondary_limit"
  | "redirect"
  | "cursor_expired"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "gone";

export type Fault = {
  kind: FaultKind;
  /** Which requests it strikes; `any` unless told. */
  on?: "any" | "repository" | "issues" | "issue" | "timeline" | "labels" | "graphql" | "app";
  /** Lets so many of them pass first. */
  skip?: number;
  /** Strikes so many times, then is over; for ever unless told. */
  times?: number;
  /** `server_error`: 502 unless told. */
  status?: number;
  /** `slow`: how long; `rate_limited`, `secondary_limit`: until when. */
  seconds?: number;
  /** `secondary_limit`: without the Retry-After header, as it may come. */
  isSilent?: boolean;
  /** `redirect`, `foreign_next`: where to. */
  location?: string;
};

export type LoggedRequest = {
  method: string;
  /** Path and query as sent. */
  url: string;
  authorization: string | null;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  status: number;
};

export type IssuePatch = Partial<Omit<StandInIssue, "id" | "number">>;

export type StandInOptions = {
  repositories: StandInRepository[];
  linkStyle?: "cursor" | "page";
  /** Tokens that are known; a request with another one is answered 401. */
  tokens?: Record<string, StandInRights>;
  apps?: StandInApp[];
  /** An older Enterprise server has neither. */
  hasTimelines?: boolean;
  hasGraphql?: boolean;
  /** Requests an hour, per token and for those without one; infinite is told nowhere. */
  rateLimit?: number;
  /** A pause before each page of issues, so that a sync can be watched and killed half-way. */
  delayMs?: number;
  /** The most issues of a page, whatever is asked for; 100 unless told. */
  pageLimit?: number;
  now?: () => Date;
  /** Lets the time of a delay or a slow answer pass; really waits unless told. */
  pause?: (ms: number) => Promise<void>;
};

/** A request as a stand-in reads it. */
export type StandInCall = {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  text: string;
};
