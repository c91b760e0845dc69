import { numbersAnswer } from "@/app/_server/numbers-answer";
import { readQuery, route } from "@/app/_server/route";
import { getForecastAsSchema } from "@/lib/contracts/forecast";
import { forecastCsv } from "@/lib/contracts/forecast-csv";
import { getForecast } from "@/lib/services/get-forecast";

export const GET = route<{ productId: string }>(async ({ ctx, request, params }) => {
  const query = readQuery(request, getForecastAsSchema);
  const forecast = await getForecast({ ctx, input: { ...params, query } });
  return numbersAnswer(forecast, query.format, { name: "forecast", csv: forecastCsv });
});
