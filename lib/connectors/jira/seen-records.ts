import { UpstreamError } from "@/lib/errors";
import { createdSchema, type JiraIssueRecord } from "./api-types";

/** A bound may lie this much before the instant it was made from: a zone's clocks, and a change. */
const slackMs = 48 * 3_600_000;

/** Pages in a row that bring nothing new before a walk is taken to run in a circle. */
const maxStalePages = 3;
const mostRestarts = 3;

export type SeenRecords = ReturnType<typeof createSeenRecords>;

/**
 * What a walk has read near the place where it stands: pages overlap, and everything further back
 * is forgotten, so that the memory does not grow with the number of items.
 */
export function createSeenRecords() {
  const seen = new Map<string, number>();
  let stalePages = 0;
  let allowed = maxStalePages;
  let pagesHere = 0;
  let restarts = 0;
  return {
    has: (id: string) => seen.has(id),
    /** The records of a page that were not read before. Throws `malformed` for pages without end. */
    takeNew: (issues: JiraIssueRecord[], createdFrom: Date | null): JiraIssueRecord[] => {
      const earliest = (createdFrom?.getTime() ?? Number.NEGATIVE_INFINITY) - slackMs;
      const unseen = issues.filter(({ id }) => !seen.has(id));
      const isNews = unseen.some((issue) => (createdAt(issue) ?? earliest) >= earliest);
      pagesHere += 1;
      stalePages = isNews ? 0 : stalePages + 1;
      if (isNews) allowed = maxStalePages;
      if (stalePages > allowed) throw endless();
      for (const issue of issues) seen.set(issue.id, createdAt(issue) ?? earliest);
      return unseen;
    },
    /** Reading is taken up again where the crowded minute begins: its pages may bring nothing new. */
    restart: () => {
      restarts += 1;
      if (restarts > mostRestarts) throw endless();
      allowed = maxStalePages + pagesHere;
    },
    moveOn: (createdFrom: Date) => {
      pagesHere = 0;
      restarts = 0;
      for (const [id, at] of seen) if (at < createdFrom.getTime() - slackMs) seen.delete(id);
    },
  };
}

/** When a record was created, in milliseconds, or null where it does not say so readably. */
export function createdAt(issue: JiraIssueRecord): number | null {
  const parsed = createdSchema.safeParse(issue);
  return parsed.success ? parsed.data.fields.created.getTime() : null;
}

function endless(): UpstreamError {
  const message = "The pages of the issue list repeat without an end. Try again later.";
  return new UpstreamError("malformed", message);
}
