import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { projectRoot } from "../prepare/project-root.mjs";

/**
 * The built application on a free port, over a database of its own.
 * @param {{ databaseUrl: string | null, dataDir: string }} place without either: a new embedded one
 */
export async function startApplication({ databaseUrl, dataDir }) {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: dataDir || mkdtempSync(path.join(os.tmpdir(), "backlog-balance-bench-")),
      DATABASE_URL: databaseUrl ?? "",
      SECRET_KEY: "a key that only benchmarks know, long enough",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const ready = /ready: (http:\S+)/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.on("exit", (code) => reject(new ExpectedFailure(`It ended with ${code}:\n${output}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
