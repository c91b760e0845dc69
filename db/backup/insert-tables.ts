import { sql } from "drizzle-orm";
import type { Db } from "../client";
import { columnList, listTables, type StoredTable, tableCalled } from "./catalogue";
import { type BackupTrailer, tableSchema, trailerSchema } from "./format";
import { broken, parsedLine } from "./parts";

type Rows = BackupTrailer["rows"];
type Tables = ReadonlyMap<string, StoredTable>;
type Digest = { update(text: string): unknown; digest(encoding: "hex"): string };

const mostRows = 1000;
const mostCharacters = 1_000_000;

/**
 * Stores the rows of a backup's lines, those after its header, in empty tables. Returns how many
 * each table has got. Errors: `unprocessable` where lines are missing, too many or changed.
 */
export async function insertTables(
  tx: Db,
  lines: AsyncGenerator<string>,
  digest: Digest,
): Promise<Rows> {
  const tables = new Map((await listTables(tx)).map((table) => [table.name, table]));
  const rows: Rows = {};
  let batch: Batch | null = null;
  let trailer: unknown = null;
  // Read to the end also after the trailer: only there the file's own checksum stands.
  for await (const line of lines) {
    if (trailer !== null) throw broken();
    if (line.startsWith('["end"')) {
      await batch?.insert();
      trailer = parsedLine(line);
      continue;
    }
    digest.update(`${line}\n`);
    if (line.startsWith("[")) {
      await batch?.insert();
      const table = tableOf(parsedLine(line), tables);
      batch = new Batch(tx, table);
      rows[table.name] = 0;
      continue;
    }
    if (batch === null) throw broken();
    rows[batch.table.name] = (rows[batch.table.name] ?? 0) + 1;
    await batch.add(line);
  }
  requireWhole(trailer, { rows, digest: digest.digest("hex"), tables });
  return rows;
}

/** Rows of one table on their way there. */
class Batch {
  private rows: string[] = [];
  private characters = 0;

  constructor(
    private readonly tx: Db,
    readonly table: StoredTable,
  ) {}

  async add(row: string): Promise<void> {
    this.characters += row.length;
    if (this.rows.push(row) >= mostRows || this.characters >= mostCharacters) await this.insert();
  }

  async insert(): Promise<void> {
    const [rows, table, columns] = [
      `[${this.rows.join(",")}]`,
      tableCalled(this.table.name),
      columnList(this.table.columns),
    ];
    [this.rows, this.characters] = [[], 0];
    await this.tx.execute(sql`insert into ${table} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${table}, ${rows}::text::json)`);
  }
}

function tableOf(value: unknown, tables: Tables): StoredTable {
  const parsed = tableSchema.safeParse(value);
  if (!parsed.success) throw broken();
  const [, name, columns] = parsed.data;
  const known = tables.get(name);
  if (known === undefined || columns.some((column) => !known.columns.includes(column))) {
    throw broken();
  }
  return { name, columns };
}

function requireWhole(value: unknown, found: { rows: Rows; digest: string; tables: Tables }): void {
  const parsed = trailerSchema.safeParse(value);
  if (!parsed.success) throw broken();
  const [, { rows, digest }] = parsed.data;
  const isCounted = Object.entries(rows).every(([name, count]) => found.rows[name] === count);
  const hasAll = [...found.tables.keys()].every((name) => name in found.rows);
  if (digest !== found.digest || !isCounted || !hasAll) throw broken();
}
