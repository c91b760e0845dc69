import { setTimeout as pause } from "node:timers/promises";

/** How a stand-in lets time pass unless told otherwise. @param {number} ms */
export async function waitFor(ms) {
  await pause(ms, undefined, { ref: false });
}
