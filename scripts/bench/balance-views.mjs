/**
 * What people look at, as queries of the balance's route. The history that is filled ends today.
 * @type {{ name: string, query: Record<string, string | string[]> }[]}
 */
export const balanceViews = [
  { name: "done, a year by week", query: { bucket: "week" } },
  { name: "done, all by month", query: { bucket: "month", from: "first" } },
  { name: "open, 3 years by week", query: { bucket: "week", measure: "open", from: "-1095" } },
  {
    name: "points, 3 years by quarter",
    query: { bucket: "quarter", unit: "points", from: "-1095" },
  },
  { name: "done, 12 weeks by day", query: { bucket: "day", from: "-84" } },
  { name: "one source, a year by week", query: { bucket: "week", source: "first" } },
  {
    name: "one label, 3 years by month",
    query: { bucket: "month", label: "label 3", from: "-1095" },
  },
  {
    name: "two labels of one person, a year",
    query: { bucket: "week", label: ["label 3", "label 7"], assignee: "person 5" },
  },
];

/**
 * A view's query as the route takes it.
 * @param {Record<string, string | string[]>} query
 * @param {{ today: number, sourceId: string }} world
 * @returns {URLSearchParams}
 */
export function parametersOf(query, { today, sourceId }) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (name === "source") parameters.append(name, sourceId);
      else if (name === "from" && one !== "first")
        parameters.append(name, dayAt(today, Number(one)));
      else parameters.append(name, one);
    }
  }
  return parameters;
}

/** @param {number} today @param {number} days */
export function dayAt(today, days) {
  return new Date(today + days * 86_400_000).toISOString().slice(0, 10);
}
