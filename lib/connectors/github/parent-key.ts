import { storableText } from "@/lib/connectors/storable-text";
import type { GithubIssue } from "./api-types";

type Repository = { owner: string; name: string };

/** The key of the issue this one is a sub-issue of, which may stand in another repository. */
export function parentKeyOf(issue: GithubIssue, repository: Repository): string | null {
  const parent = placeOf(issue.parent_issue_url);
  if (parent === null) return null;
  // A renamed repository goes by its new name in the record and by the source's in all its keys.
  const own = placeOf(`${issue.repository_url}/issues/0`)?.repository;
  const isOwn = own !== undefined && own.toLowerCase() === parent.repository.toLowerCase();
  const fullName = isOwn ? `${repository.owner}/${repository.name}` : parent.repository;
  return storableText(`${fullName}#${parent.number}`);
}

function placeOf(url: string | null | undefined): { repository: string; number: string } | null {
  const match = /\/repos\/([^/?#]+\/[^/?#]+)\/issues\/(\d+)$/.exec(url ?? "");
  const [, repository, number] = match ?? [];
  return repository === undefined || number === undefined ? null : { repository, number };
}
