// First file of `npm run worker`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/start-worker.mjs").then((module) => module.startWorker()));
