import { sql } from "drizzle-orm";

/** Everybody an item `w` is assigned to, each once: the first, told by itself too, need not be among all. */
export const assignees = sql`select w.assignee where w.assignee is not null
  union select jsonb_array_elements_text(w.assignees)`;

/** All but the first; null where there are none. */
export const coAssignees = sql`nullif(w.assignees - coalesce(w.assignee, ''), '[]'::jsonb)`;
