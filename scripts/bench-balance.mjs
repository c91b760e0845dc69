// First file of `npm run bench:balance`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./bench/bench-balance.mjs").then((module) => module.benchBalance()));
