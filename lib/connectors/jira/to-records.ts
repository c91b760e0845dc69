import type { RawRecord } from "@/lib/connectors/connector";
import type { JiraIssueRecord } from "./api-types";
import { readHistories } from "./histories";
import { toRawRecord } from "./record";
import type { Asking } from "./request";
import type { JiraSession } from "./session";

/** Issues as they came, with their histories and the site's own words for what is in them. */
export async function toRecords(
  session: JiraSession,
  issues: JiraIssueRecord[],
  asking: Asking,
): Promise<RawRecord[]> {
  if (issues.length === 0) return [];
  const { deployment, webUrl } = await session.site(asking);
  const histories = await readHistories(session.client, deployment, issues, asking);
  const customFields = await session.customFields(asking);
  const statusCategories = await session.statusCategories(asking);
  return issues.map((issue) =>
    toRawRecord(issue, histories.get(issue.id) ?? [], { customFields, statusCategories, webUrl }),
  );
}
