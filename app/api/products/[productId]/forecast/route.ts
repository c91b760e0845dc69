import { readQuery, route } from "@/app/_server/route";
import { getForecastSchema } from "@/lib/contracts/forecast";
import { getForecast } from "@/lib/services/get-forecast";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getForecastSchema);
  return Response.json(await getForecast({ ctx, input: { ...params, query } }));
});
