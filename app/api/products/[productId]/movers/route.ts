import { fileHeaders } from "@/app/_server/file-headers";
import { readQuery, route } from "@/app/_server/route";
import { getMoversSchema } from "@/lib/contracts/movers";
import { moversCsv } from "@/lib/contracts/movers-csv";
import { getMovers } from "@/lib/services/get-movers";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getMoversSchema);
  const movers = await getMovers({ ctx, input: { ...params, query } });
  if (query.format === "json") return Response.json(movers);
  return new Response(moversCsv(movers), { headers: fileHeaders("movers.csv", "text/csv") });
});
