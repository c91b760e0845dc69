import type { Db } from "@/db/client";
import { refreshLedger } from "@/db/queries/ledger";
import { allowLongStatements } from "@/db/queries/long-statements";
import { lockSource, updateSource } from "@/db/queries/sources";
import type { SourceRow } from "@/db/schema";
import type { UpdateSource } from "@/lib/contracts/sources";
import type { SyncMode } from "@/lib/domain/source";
import { inputFault } from "./connection-fault";
import { pointsFieldOf, settingsWith } from "./source-settings-change";

type SourceChange = {
  workspaceId: string;
  sourceId: string;
  change: UpdateSource;
  /** Sealed; stored where the change is about it. */
  credential: string | null;
  at: Date;
};

/**
 * Writes a change of how a source is read and counted, in the caller's transaction. What is left out
 * stays as it is by then, also where somebody else has just changed it. Returns the sync that is due,
 * null where none is. Errors: `unprocessable` with the field at fault.
 */
export async function writeSourceChange(
  db: Db,
  { change, credential, at, ...key }: SourceChange,
): Promise<SyncMode | null> {
  await allowLongStatements(db);
  const source = await lockSource(db, key);
  if (!source) return null;
  const changed = {
    count: countWith(source, change),
    countSubtasks: subtasksWith(source, change),
    credential: changesCredential(change) ? credential : source.credential,
    settings: settingsWith(source, change),
  };
  const { countSubtasks: _atOnce, ...reading } = change;
  const isDue = Object.values(reading).some((value) => value !== undefined);
  const isReread = needsReread(source, changed);
  await updateSource(db, key, {
    ...changed,
    ...(isDue && { nextRunAt: at }),
    ...(isReread && { reconciledAt: null, rereadAfter: at }),
  });
  if (changed.countSubtasks !== source.countSubtasks) await refreshLedger(db, source, key);
  if (!isDue) return null;
  return isReread ? "full" : "incremental";
}

/** Whether a change is about the token, or the App in its place. */
export function changesCredential({ token, app }: UpdateSource): boolean {
  return token !== undefined || app !== undefined;
}

type Reading = Pick<SourceRow, "count" | "credential" | "settings">;

/**
 * Whether what is stored lacks something: a field that was not asked for, the histories of pull
 * requests that did not count, or what another token or App lets be seen.
 */
function needsReread(before: Reading, after: Reading): boolean {
  return (
    pointsFieldOf(before) !== pointsFieldOf(after) ||
    before.credential !== after.credential ||
    (before.count !== after.count && after.count === "issues_and_pulls")
  );
}

function countWith(source: SourceRow, { count }: UpdateSource): SourceRow["count"] {
  if (count === undefined || count === source.count) return source.count;
  if (source.kind === "github") return count;
  throw inputFault("count", "Only a repository has pull requests that could count.");
}

function subtasksWith(source: SourceRow, { countSubtasks }: UpdateSource): boolean {
  if (countSubtasks === undefined || countSubtasks === source.countSubtasks) {
    return source.countSubtasks;
  }
  if (source.kind === "jira") return countSubtasks;
  throw inputFault("countSubtasks", "Only Jira tells sub-tasks from other issues.");
}
