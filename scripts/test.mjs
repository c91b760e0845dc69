// First file of `npm test`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./testing/run-tests.mjs").then((module) => module.runTests()));
