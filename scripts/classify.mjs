// First file of `npm run classify`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(async () => {
  const { loadScript } = await import("./classifier/bundle-script.mjs");
  const { projectRoot } = await import("./prepare/project-root.mjs");
  const { classify } = await loadScript("classify");
  await classify(projectRoot, process.argv.slice(2));
});
