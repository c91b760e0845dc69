import { digestAnswer } from "@/app/_server/digest-answer";
import { readQuery, route } from "@/app/_server/route";
import { getDigestSchema } from "@/lib/contracts/digests";
import { getDigest } from "@/lib/services/get-digest";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const { format } = readQuery(request, getDigestSchema);
  return digestAnswer(await getDigest({ ctx, input: params }), format);
});
