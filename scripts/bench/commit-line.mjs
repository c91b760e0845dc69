import { spawnSync } from "node:child_process";
import os from "node:os";
import { projectRoot } from "../prepare/project-root.mjs";

/** What figures hold for: the commit, Node and the machine. */
export function commitLine() {
  const cpu = os.cpus()[0]?.model.trim() ?? "unknown processor";
  return `Commit ${commit()}, Node ${process.versions.node}, ${cpu}, ${os.cpus().length} cores.`;
}

function commit() {
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync("git", args, { cwd: projectRoot, encoding: "utf8" }).stdout?.trim() ?? "";
  const isChanged = git("status", "--porcelain", "--untracked-files=no") !== "";
  return `${git("rev-parse", "--short", "HEAD") || "unknown"}${isChanged ? " with changes" : ""}`;
}
