// First file of `npm run rotate-key`: must parse on old Node and load before anything is installed.
import { runEntry } from "./prepare/run-entry.mjs";

runEntry(() => import("./serve/rotate-key.mjs").then((module) => module.rotateKey()));
