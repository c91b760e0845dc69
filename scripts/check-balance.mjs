// First file of `npm run check:balance`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/check-balance.mjs").then((module) => module.checkBalance()));
