// First file of `npm run bench:reclassify`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./bench/bench-reclassify.mjs").then((module) => module.benchReclassify()));
