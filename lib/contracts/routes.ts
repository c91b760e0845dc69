import { accountsRoutes } from "./routes/accounts-routes";
import { agreementsRoutes } from "./routes/agreements-routes";
import { forecastRoutes } from "./routes/forecast-routes";
import { itemsRoutes } from "./routes/items-routes";
import { meetingsRoutes } from "./routes/meetings-routes";
import { notesRoutes } from "./routes/notes-routes";
import { productsRoutes } from "./routes/products-routes";
import type { RouteContract } from "./routes/route-contract";
import { rulesRoutes } from "./routes/rules-routes";
import { sourcesRoutes } from "./routes/sources-routes";
import { talksRoutes } from "./routes/talks-routes";
import { teamsRoutes } from "./routes/teams-routes";
import { triageRoutes } from "./routes/triage-routes";

/** The whole public contract; the OpenAPI document is generated from it. */
export const routes: readonly RouteContract[] = [
  ...productsRoutes,
  ...sourcesRoutes,
  ...itemsRoutes,
  ...teamsRoutes,
  ...notesRoutes,
  ...agreementsRoutes,
  ...meetingsRoutes,
  ...forecastRoutes,
  ...talksRoutes,
  ...triageRoutes,
  ...rulesRoutes,
  ...accountsRoutes,
];
