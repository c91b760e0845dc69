// First file of `npm start`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/start-app.mjs").then((module) => module.startApp()));
