import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** A process that has ended and whose parent, which goes on until `end`, never asks for it. */
export async function makeZombie(): Promise<{ pid: number; startedAt: string; end: () => void }> {
  const parent = spawn("sh", ["-c", "sleep 0.1 & echo $!; exec sleep 60"]);
  const [told] = await once(parent.stdout, "data");
  const pid = Number(String(told));
  for (;;) {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const startedAt = fields[18] ?? "";
    if (state === "Z") return { pid, startedAt, end: () => void parent.kill() };
    await pause(20);
  }
}
