import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../prepare/project-root.mjs";
import { onSecondCore } from "./cores.mjs";

/**
 * Starts the tracker to sync from in a process of its own, so that its work is not measured.
 * @param {"github" | "jira"} tracker
 * @param {number} items
 * @returns {Promise<{ url: string, stop: () => void }>} once it has everything ready
 */
export async function startTracker(tracker, items) {
  const script = path.join(projectRoot, "scripts/bench/tracker.mjs");
  const command = onSecondCore(process.execPath, [script, tracker, String(items)]);
  const child = spawn(...command, { stdio: ["pipe", "pipe", "inherit"] });
  const [url] = await once(createInterface(child.stdout), "line");
  return { url, stop: () => child.stdin.end() };
}
