import { sql } from "drizzle-orm";
import { type Db, queryRows } from "./client";

/** What a connection says of itself: the workspace whose rows it sees and writes. */
export const workspaceSetting = "backlog.workspace";
/** Of a connection that works for all workspaces: migrations, syncs, messages. */
export const allWorkspaces = "*";

/**
 * The second wall between workspaces, on servers: each table's rows are seen and written only by
 * connections of their workspace, whatever a statement forgets to ask for. Goes by the catalogue, so
 * that no table is left out, and changes nothing where all is so already. A superuser passes through.
 */
export async function secureRows(db: Db): Promise<void> {
  const policy = `(select current_setting('${workspaceSetting}', true)) = '${allWorkspaces}' or
    workspace_id::text = (select current_setting('${workspaceSetting}', true))`;
  await db.execute(
    sql.raw(`do $secure$
    declare t regclass;
    begin
      for t in ${tablesOfWorkspaces} and not (c.relrowsecurity and c.relforcerowsecurity) loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
      end loop;
      for t in ${tablesOfWorkspaces} and not exists (select from pg_policy p
        where p.polrelid = c.oid and p.polname = 'own_workspace') loop
        execute format('create policy own_workspace on %s using (%s)', t, $policy$${policy}$policy$);
      end loop;
    end $secure$`),
  );
}

/** Whether the wall stands for this connection: not for a superuser, or one that may bypass it. */
export async function isBehindWall(db: Db): Promise<boolean> {
  const [row] = await queryRows<{ behind: boolean }>(
    db,
    sql`select not (rolsuper or rolbypassrls) as behind from pg_roles where rolname = current_user`,
  );
  return row?.behind ?? false;
}

const tablesOfWorkspaces = `
  select c.oid::regclass from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
