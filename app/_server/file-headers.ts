import { type Format, mediaTypes } from "@/lib/contracts/formats";

/** The headers of an answer that is saved as a file, and never shown as a page. */
export function fileHeaders(name: string, format: Exclude<Format, "json">) {
  return {
    "content-type": `${mediaTypes[format]}; charset=utf-8`,
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
  };
}
