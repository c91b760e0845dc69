/**
 * @typedef {import("./types.ts").Fault} Fault
 * @typedef {"repository" | "issues" | "issue" | "timeline" | "labels" | "graphql" | "app" | "other"} Target
 */

/** Keeps the faults that are switched on, and says which one strikes a request. */
export function createFaults() {
  /** @type {{ fault: Fault, skip: number, left: number }[]} */
  let active = [];
  return {
    /** @param {Fault} fault */
    setFault: (fault) => {
      const left = fault.times ?? Number.POSITIVE_INFINITY;
      active.push({ fault, skip: fault.skip ?? 0, left });
    },
    clearFaults: () => {
      active = [];
    },
    list: () => active.map(({ fault }) => fault),
    /**
     * @param {Target} target
     * @returns {Fault | null}
     */
    strike: (target) => {
      for (const entry of active) {
        const { on = "any" } = entry.fault;
        if (target === "other" || (on !== "any" && on !== target) || entry.left <= 0) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        return entry.fault;
      }
      return null;
    },
  };
}
