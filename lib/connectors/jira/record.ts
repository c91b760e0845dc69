import { z } from "zod";
import type { RawRecord } from "@/lib/connectors/connector";
import type { JiraHistory, JiraIssueRecord } from "./api-types";

/** The custom fields asked for, by id: what the site calls them and which type says what they are. */
const customFieldSchema = z.object({ name: z.string(), type: z.string() });

/**
 * One issue with all that is needed to read it later without the network: its changelog, whole, and
 * the site's own words for the custom fields and statuses that appear in it.
 */
export const jiraRecordSchema = z.object({
  issue: z.unknown(),
  histories: z.array(z.unknown()),
  customFields: z.record(z.string(), customFieldSchema),
  /** Category key (`new`, `indeterminate`, `done`) by status id. */
  statusCategories: z.record(z.string(), z.string()),
  webUrl: z.url({ protocol: /^https?$/ }),
});
export type JiraRecord = z.infer<typeof jiraRecordSchema>;
export type CustomFields = JiraRecord["customFields"];
export type StatusCategories = JiraRecord["statusCategories"];

/** The record to store for an issue as it came. */
export function toRawRecord(
  issue: JiraIssueRecord,
  histories: JiraHistory[],
  site: { customFields: CustomFields; statusCategories: StatusCategories; webUrl: string },
): RawRecord {
  const { changelog: _changelog, ...rest } = issue;
  const payload: JiraRecord = {
    issue: rest,
    histories,
    customFields: site.customFields,
    statusCategories: onlyNamed(histories, site.statusCategories),
    webUrl: site.webUrl,
  };
  return { externalId: issue.id, payload };
}

/** Few of a site's hundreds of statuses appear in one changelog. */
function onlyNamed(histories: JiraHistory[], all: StatusCategories): StatusCategories {
  const text = new Set(histories.flatMap(statusIds));
  return Object.fromEntries(Object.entries(all).filter(([id]) => text.has(id)));
}

const passageSchema = z.array(z.object({ from: z.unknown(), to: z.unknown() }));

function statusIds({ items }: JiraHistory): string[] {
  const parsed = passageSchema.safeParse(items);
  return parsed.success ? parsed.data.flatMap(({ from, to }) => [from, to]).map(String) : [];
}
