// First file of `npm run test:power-cuts`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./testing/run-power-cuts.mjs").then((module) => module.runPowerCuts()));
