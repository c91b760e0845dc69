import type { CurrentDigest, digestFormats } from "@/lib/contracts/digests";
import { mediaTypes } from "@/lib/contracts/formats";

/** A digest as JSON, or as the text that is copied elsewhere. */
export function digestAnswer(
  digest: CurrentDigest,
  format: (typeof digestFormats)[number],
): Response {
  if (format === "json") return Response.json(digest);
  return new Response(digest.markdown, {
    headers: {
      "content-type": `${mediaTypes[format]}; charset=utf-8`,
      "x-content-type-options": "nosniff",
    },
  });
}
