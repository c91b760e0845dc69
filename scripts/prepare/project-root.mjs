import path from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the checkout, whatever folder the command was given in. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
