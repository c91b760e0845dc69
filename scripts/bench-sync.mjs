// First file of `npm run bench:sync`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./bench/bench-sync.mjs").then((module) => module.benchSync()));
