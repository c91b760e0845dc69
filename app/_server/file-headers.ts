/** The headers of an answer that is saved as a file, and never shown as a page. */
export function fileHeaders(
  name: string,
  type: "text/csv" | "text/markdown" | "application/x-ndjson",
) {
  return {
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
  };
}
