// First file of `npm run new-workspace`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/new-workspace.mjs").then((module) => module.newWorkspace()));
