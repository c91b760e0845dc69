import process from "node:process";
import { buildApp } from "../prepare/build-app.mjs";
import { withFolderLock } from "../prepare/folder-lock.mjs";
import { installPackages } from "../prepare/install-packages.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { markServing } from "../prepare/serving-marks.mjs";
import { checkDataFolder, findPort } from "./check-places.mjs";
import { loadSettingsFile, readServeSettings } from "./read-settings.mjs";
import { serveApp } from "./serve-app.mjs";

/** `npm start`: check, install, build, serve; the first two in seconds, what is done is skipped. */
export async function startApp() {
  const show = process.argv.includes("--verbose");
  loadSettingsFile(projectRoot);
  const settings = readServeSettings(process.env, projectRoot);
  const port = await findPort(settings.host, settings.port);
  if (settings.databaseUrl === null) checkDataFolder(settings.dataFolder);
  await withFolderLock(projectRoot, async () => {
    await installPackages(projectRoot, { show });
    await buildApp(projectRoot, { show });
    markServing(projectRoot);
  });
  await serveApp(projectRoot, { ...settings, port });
}
