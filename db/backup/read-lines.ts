import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { allWorkspaces, workspaceSetting } from "../row-security";
import { columnList, listTables, type StoredTable, tableCalled } from "./catalogue";
import { type BackupHeader, type BackupOrigin, type BackupTrailer, backupFormat } from "./format";
import { appliedMigrations } from "./migrations";

const mostRows = 1000;
/** What is fetched at a time comes near to this. */
const wantedCharacters = 1_000_000;

/**
 * All tables of a snapshot as the lines of a backup, some at a time: what is in memory does not grow
 * with the tables. `db` is a transaction that reads one state.
 */
export async function* readLines(db: Db, origin: BackupOrigin): AsyncGenerator<string> {
  const digest = createHash("sha256");
  const rows: BackupTrailer["rows"] = {};
  const counted = (text: string) => {
    digest.update(text);
    return text;
  };
  // Of all workspaces: a backup without some rows must not be taken for whole.
  await db.execute(sql`select set_config(${workspaceSetting}, ${allWorkspaces}, true)`);
  const migrations = await appliedMigrations(db);
  const header: BackupHeader = { format: backupFormat, version: 1, ...origin, migrations };
  yield counted(line(header));
  for (const table of await listTables(db)) {
    rows[table.name] = 0;
    yield counted(line(["table", table.name, table.columns]));
    for await (const lines of rowsOf(db, table)) {
      rows[table.name] = (rows[table.name] ?? 0) + lines.length;
      yield counted(`${lines.join("\n")}\n`);
    }
  }
  yield line(["end", { rows, digest: digest.digest("hex") }]);
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

async function* rowsOf(db: Db, { name, columns }: StoredTable): AsyncGenerator<string[]> {
  await db.execute(sql`declare backup_rows no scroll cursor for
    select row_to_json(x)::text as line from (select ${columnList(columns)} from ${tableCalled(name)}) x`);
  for (let count = 10; ; ) {
    const rows = await queryRows<{ line: string }>(db, sql.raw(`fetch ${count} from backup_rows`));
    // A line break is none of a text's own, which are escaped.
    if (rows.length > 0) yield rows.map((row) => row.line.replaceAll("\n", " "));
    if (rows.length < count) break;
    const characters = rows.reduce((sum, row) => sum + row.line.length, 0);
    const fitting = Math.floor((count * wantedCharacters) / Math.max(1, characters));
    count = Math.min(mostRows, count * 4, Math.max(1, fitting));
  }
  await db.execute(sql`close backup_rows`);
}
