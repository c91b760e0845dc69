/** What answers may be asked as. */
export const formats = ["json", "csv", "ndjson", "markdown"] as const;
export type Format = (typeof formats)[number];

/** How they are called on the way. */
export const mediaTypes = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  markdown: "text/markdown",
} as const satisfies Record<Format, string>;
