// First file of `npm run bench:page`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./bench/bench-page.mjs").then((module) => module.benchPage()));
