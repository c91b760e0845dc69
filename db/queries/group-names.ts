import { type SQL, sql } from "drizzle-orm";
import type { Grouping } from "@/lib/domain/grouping";
import { type Db, queryRows } from "../client";
import { jsonTexts, jsonUuids } from "./json-rows";

/** What people call groups that are told apart by a key: an epic's title, a source's name. */
export async function readGroupNames(
  db: Db,
  question: { workspaceId: string; productId: string; by: Grouping; values: string[] },
): Promise<Map<string, string>> {
  const statement = namesOf(question);
  if (statement === null) return new Map();
  const rows = await queryRows<{ value: string; name: string }>(db, statement);
  return new Map(rows.map(({ value, name }) => [value, name]));
}

function namesOf(question: Parameters<typeof readGroupNames>[1]): SQL | null {
  const { workspaceId, productId, by, values } = question;
  switch (by) {
    case "source":
      return sql`select id::text as value, name from sources
        where workspace_id = ${workspaceId} and product_id = ${productId}
          and id = any ${jsonUuids(values)}`;
    case "epic":
      return sql`select distinct on (key) key as value, title as name from work_items
        where workspace_id = ${workspaceId} and product_id = ${productId}
          and key = any ${jsonTexts(values)} and removed_at is null
        order by key, id`;
    default:
      return null;
  }
}
