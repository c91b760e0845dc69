import { readQuery, route } from "@/app/_server/route";
import { listDigestsSchema } from "@/lib/contracts/digests";
import { listDigests } from "@/lib/services/list-digests";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, listDigestsSchema);
  return Response.json(await listDigests({ ctx, input: { ...params, ...query } }));
});
