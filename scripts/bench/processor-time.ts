import { existsSync, readFileSync } from "node:fs";
import type { Database } from "@/db/client";
import { type ExecuteSql, executeSqlOf } from "@/db/execute-sql";

/** Linux counts in hundredths of a second. */
const msPerTick = 10;

/**
 * Milliseconds of processor time that this process has used, with those of the server's processes
 * for its database; null where these cannot be seen. Unlike the time on the clock, it does not
 * depend on what else the machine does.
 */
export async function processorTime({ db, kind }: Database): Promise<number | null> {
  const { user, system } = process.cpuUsage();
  const ownMs = (user + system) / 1000;
  if (kind === "embedded") return ownMs;
  const pids = await serverProcesses(executeSqlOf(db));
  const each = pids.map(timeOf);
  return each.every((ms) => ms !== null) ? each.reduce((sum, ms) => sum + ms, ownMs) : null;
}

async function serverProcesses(execute: ExecuteSql): Promise<number[]> {
  const { rows } = await execute(
    "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'",
  );
  return rows.flatMap((row) => ("pid" in row && typeof row.pid === "number" ? [row.pid] : []));
}

function timeOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const stat = readFileSync(file, "utf8");
  // The name of the program stands in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
