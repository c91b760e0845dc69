// First file of `npm run test:histories`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./testing/run-histories.mjs").then((module) => module.runHistories()));
