import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { AppError } from "@/lib/errors";

const holderSchema = z.object({ pid: z.int(), host: z.string(), startedAt: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes the exclusive lock of a data folder and returns its release.
 * PGlite locks nothing itself and two writers corrupt it silently, so the file is created with
 * O_EXCL and names its holder; a lock whose holder is dead is taken over. Errors: `unavailable`.
 */
export function lockFolder(lockFile: string): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(lockFile)) return () => rmSync(lockFile, { force: true });
    const holder = read(lockFile);
    if (holder && isAlive(holder)) throw lockedBy(lockFile, holder);
    setAside(lockFile);
  }
  throw new AppError("unavailable", `The data folder's lock ${lockFile} cannot be taken.`);
}

function create(lockFile: string): boolean {
  try {
    const file = openSync(lockFile, "wx", 0o600);
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      startedAt: startOf(process.pid),
    };
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a dead holder's lock. Another process may have taken it over in between, so the file is
 * moved first and looked at again: a living holder's lock goes back where it was.
 */
function setAside(lockFile: string): void {
  const aside = `${lockFile}.${process.pid}`;
  try {
    renameSync(lockFile, aside);
    const holder = read(aside);
    if (holder && isAlive(holder)) linkSync(aside, lockFile);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
  }
  rmSync(aside, { force: true });
}

function read(lockFile: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(lockFile, "utf8"))).data ?? null;
  } catch (error) {
    // Half-written or already released: either way nobody provably holds it.
    if (error instanceof SyntaxError || codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** A process id alone may have been given to another process since; its start time tells. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.startedAt !== null) return startOf(holder.pid) === holder.startedAt;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * Clock ticks since boot at which a process started, where the system tells (Linux). A killed one
 * stays listed until its parent asks for it, which may be never: it counts as gone once none of its
 * threads is left to write.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, start = null] = [fields[0], fields[19]];
    const isGone = state === "Z" && readdirSync(`/proc/${pid}/task`).length <= 1;
    return isGone ? null : start;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ESRCH") return null;
    throw error;
  }
}

function lockedBy(lockFile: string, holder: Holder): AppError {
  return new AppError(
    "unavailable",
    `The data folder is in use by another Backlog Balance (process ${holder.pid} on ${holder.host}). Stop that one, or set DATA_DIR to another folder. If it is certainly gone, delete ${lockFile}.`,
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
