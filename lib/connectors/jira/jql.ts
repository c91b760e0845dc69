import type { JiraScope } from "@/lib/domain/jira-scope";
import { lowerBound } from "./local-time";

/** What a walk asks for: all of the scope that was created and changed from these instants on. */
export type WalkQuery = {
  scope: JiraScope;
  createdFrom: Date | null;
  updatedFrom: Date | null;
  timeZone: string | null;
};

/**
 * By creation, which no edit changes, then by key: an item keeps its place while it is edited.
 * Always bounded, as Cloud demands, by a creation date even where the scope is anybody's query.
 */
export function walkJql(query: WalkQuery): string {
  return `${walkClauses(query)} ORDER BY created ASC, key ASC`;
}

/** The other end of the same. */
export function newestJql(query: Omit<WalkQuery, "createdFrom">): string {
  return `${walkClauses({ ...query, createdFrom: null })} ORDER BY created DESC, key DESC`;
}

function walkClauses({ scope, createdFrom, updatedFrom, timeZone }: WalkQuery): string {
  const created = createdFrom && lowerBound(createdFrom, timeZone).text;
  const updated = updatedFrom && lowerBound(updatedFrom, timeZone).text;
  const clauses = [
    scopeJql(scope),
    ...(updated === null ? [] : [`updated >= "${updated}"`]),
    ...(created === null ? [] : [`created >= "${created}"`]),
  ];
  return clauses.join(" AND ");
}

/** The scope as a clause that others can be joined to. A project's key is checked before. */
export function scopeJql(scope: JiraScope): string {
  if ("project" in scope) return `project = "${scope.project}"`;
  return `(${scope.jql}) AND created >= "1971-01-01 00:00"`;
}
