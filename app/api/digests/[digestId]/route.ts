import { digestAnswer } from "@/app/_server/digest-answer";
import { readQuery, route } from "@/app/_server/route";
import { getDigestSchema } from "@/lib/contracts/digests";
import { getKeptDigest } from "@/lib/services/get-kept-digest";

export const GET = route<{ digestId: string }>(async ({ ctx, request, params }) => {
  const { format } = readQuery(request, getDigestSchema);
  return digestAnswer(await getKeptDigest({ ctx, input: params }), format);
});
