// First file of `npm run bench:ingest`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./bench/bench-ingest.mjs").then((module) => module.benchIngest()));
