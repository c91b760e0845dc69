import {
  backTestSchema,
  forecastSchema,
  getBackTestSchema,
  getForecastAsSchema,
} from "../forecast";
import { productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked about the weeks ahead. */
export const forecastRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/forecast`,
    summary:
      "The open stock over the next weeks, as it was or with the work divided by shares; also as CSV",
    query: getForecastAsSchema,
    status: 200,
    answer: forecastSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/forecast/backtest`,
    summary: "How often forecasts of the past held what came true",
    query: getBackTestSchema,
    status: 200,
    answer: backTestSchema,
    refuses: [400, 404],
  },
];
