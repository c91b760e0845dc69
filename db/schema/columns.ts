import { timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant key: first column of every primary key and unique index. */
export function workspaceId() {
  return uuid("workspace_id").notNull();
}

/** An instant to the millisecond, which is what JavaScript and the trackers carry. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
}
