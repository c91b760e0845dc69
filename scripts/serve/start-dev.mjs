import path from "node:path";
import process from "node:process";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { checkDataFolder, findPort } from "./check-places.mjs";
import { loadSettingsFile, readServeSettings } from "./read-settings.mjs";

/** `npm run dev`: the same checks as a start, then Next's development server until it is stopped. */
export async function startDev() {
  loadSettingsFile(projectRoot);
  const settings = readServeSettings(process.env, projectRoot);
  const port = await findPort(settings.host, settings.port);
  if (settings.databaseUrl === null) checkDataFolder(settings.dataFolder);
  const show = process.argv.includes("--verbose");
  await withFolderLock(projectRoot, () => installPackages(projectRoot, { show }));
  const next = path.join(projectRoot, "node_modules/next/dist/bin/next");
  const result = await runCommand(
    process.execPath,
    [next, "dev", "--hostname", settings.host, "--port", String(port)],
    {
      cwd: projectRoot,
      show: true,
      env: {
        ...process.env,
        NODE_ENV: "development",
        NEXT_TELEMETRY_DISABLED: "1",
        HOST: settings.host,
        PORT: String(port),
        DATA_DIR: settings.dataFolder,
      },
    },
  );
  process.exitCode = result.code;
}
