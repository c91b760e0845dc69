import { createTeamSchema, teamListSchema, teamSchema, updateTeamSchema } from "../teams";
import { productPath, teamPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of teams: the filters that a product keeps by name. */
export const teamsRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/teams`,
    summary: "A product's teams by name",
    status: 200,
    answer: teamListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/teams`,
    summary: "Save a filter as a team",
    body: createTeamSchema,
    status: 201,
    answer: teamSchema,
    refuses: [400, 404, 409, 422],
  },
  {
    method: "patch",
    path: teamPath,
    summary: "Change a team's name or filter",
    body: updateTeamSchema,
    status: 200,
    answer: teamSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "delete",
    path: teamPath,
    summary: "Delete a team; its items stay",
    status: 204,
    refuses: [404],
  },
];
