// First file of `npm run bench:forecast`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./bench/bench-forecast.mjs").then((module) => module.benchForecast()));
