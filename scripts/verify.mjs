// First file of `npm run verify`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./checks/run-checks.mjs").then((module) => module.runChecks()));
