import { itemValuesSchema, listItemValuesSchema } from "../item-values";
import {
  contestItemSchema,
  itemDetailSchema,
  itemListSchema,
  listItemsSchema,
  setCategorySchema,
} from "../items";
import { itemPath, productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of items, one by one and as lists. */
export const itemsRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/items`,
    summary: "Items, newest first; also as CSV or NDJSON",
    query: listItemsSchema,
    status: 200,
    answer: itemListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/values`,
    summary: "The values of a field of the product's items, for filters and rules",
    query: listItemValuesSchema,
    status: 200,
    answer: itemValuesSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: itemPath,
    summary: "One item with evidence and journals",
    status: 200,
    answer: itemDetailSchema,
    refuses: [404],
  },
  {
    method: "put",
    path: `${itemPath}/category`,
    summary: "Set an item's category",
    body: setCategorySchema,
    status: 200,
    answer: itemDetailSchema,
    refuses: [400, 404, 422],
  },
  {
    method: "delete",
    path: `${itemPath}/category`,
    summary: "Take a set category back",
    status: 200,
    answer: itemDetailSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${itemPath}/dispute`,
    summary: "Contest an item's category",
    body: contestItemSchema,
    status: 201,
    answer: itemDetailSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "delete",
    path: `${itemPath}/dispute`,
    summary: "Settle what is contested about an item",
    status: 200,
    answer: itemDetailSchema,
    refuses: [404],
  },
];
