// First file of `npm run new-password`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/new-password.mjs").then((module) => module.newPassword()));
