// First file of `npm run dev`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/start-dev.mjs").then((module) => module.startDev()));
