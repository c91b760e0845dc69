import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { announceStep } from "./announce-step.mjs";
import { contentHash } from "./content-hash.mjs";
import { runCommand } from "./run-command.mjs";
import { refuseWhileServing } from "./serving-marks.mjs";

/** What `next build` reads: a change of any of these makes a new build. */
const sources = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/**
 * Builds the application into `.next`; does nothing where the sources have not changed.
 * The stamp is written last, so that an interrupted build is made again.
 * @param {string} root
 * @param {{ show?: boolean }} [options] `show` lets the build write to the terminal
 */
export async function buildApp(root, options = {}) {
  const stampFile = path.join(root, ".next", "backlog-balance-sources");
  const wanted = contentHash(root, sources);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  refuseWhileServing(root);
  rmSync(stampFile, { force: true });
  await announceStep(
    existsSync(path.join(root, ".next"))
      ? "Building the application (changed or unfinished, about a minute)"
      : "Building the application (first start only, about a minute)",
    () => runBuild(root, options.show ?? false),
    "The application could not be built: see the message above.",
  );
  writeFileSync(stampFile, wanted);
}

/**
 * @param {string} root
 * @param {boolean} show
 */
function runBuild(root, show) {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  return runCommand(process.execPath, [next, "build"], {
    cwd: root,
    show,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
}
