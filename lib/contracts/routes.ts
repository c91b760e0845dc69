import type { z } from "zod";
import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
import { balanceSchema, getBalanceSchema } from "./balance";
import { healthSchema } from "./health";
import { itemValuesSchema, listItemValuesSchema } from "./item-values";
import { itemDetailSchema, itemListSchema, listItemsSchema, setCategorySchema } from "./items";
import {
  createProductSchema,
  createSampleProductSchema,
  listProductsSchema,
  productListSchema,
  productSchema,
  updateProductSchema,
} from "./products";
import {
  compareRulesSchema,
  listRuleVersionsSchema,
  previewRulesSchema,
  restoreRulesSchema,
  rulesComparisonSchema,
  rulesPreviewSchema,
  rulesSchema,
  rulesVersionListSchema,
  rulesVersionSchema,
  saveRulesSchema,
} from "./rules";
import {
  checkedPlaceSchema,
  createSourceSchema,
  endingListSchema,
  listRefusedSchema,
  pointsFieldListSchema,
  refusedListSchema,
  runSchema,
  sourceListSchema,
  sourceSchema,
  startSyncSchema,
  updateSourceSchema,
} from "./sources";
import { deliverySchema, newWebhookSchema } from "./webhooks";

export type RouteContract = {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As OpenAPI writes it, `{name}` standing for a path parameter. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  status: 200 | 201 | 202 | 204;
  /** Absent where the answer has no body. */
  answer?: z.ZodType;
  /** Statuses it may refuse with, beside 403 and 500. */
  refuses: number[];
};

const product = "/api/products/{productId}";
const source = "/api/sources/{sourceId}";
const item = "/api/items/{itemId}";

/** The whole public contract; the OpenAPI document is generated from it. */
export const routes: readonly RouteContract[] = [
  {
    method: "get",
    path: "/api/health",
    summary: "Whether the server can work",
    status: 200,
    answer: healthSchema,
    refuses: [503],
  },
  {
    method: "get",
    path: "/api/products",
    summary: "Products, newest first",
    query: listProductsSchema,
    status: 200,
    answer: productListSchema,
    refuses: [400],
  },
  {
    method: "post",
    path: "/api/products",
    summary: "Create a product, with its first source where one is given",
    body: createProductSchema,
    status: 201,
    answer: productSchema,
    refuses: [400, 422],
  },
  {
    method: "post",
    path: "/api/products/sample",
    summary: "Open the sample product",
    body: createSampleProductSchema,
    status: 201,
    answer: productSchema,
    refuses: [400],
  },
  {
    method: "get",
    path: product,
    summary: "One product",
    status: 200,
    answer: productSchema,
    refuses: [404],
  },
  {
    method: "patch",
    path: product,
    summary: "Change a product",
    body: updateProductSchema,
    status: 200,
    answer: productSchema,
    refuses: [400, 404],
  },
  {
    method: "delete",
    path: product,
    summary: "Delete a product and all in it",
    status: 204,
    refuses: [404],
  },
  {
    method: "get",
    path: `${product}/sources`,
    summary: "A product's sources",
    status: 200,
    answer: sourceListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${product}/sources`,
    summary: "Connect a source; its first sync starts",
    body: createSourceSchema,
    status: 201,
    answer: sourceSchema,
    refuses: [400, 404, 409, 422],
  },
  {
    method: "post",
    path: "/api/sources/check",
    summary: "Whether a place can be read, without connecting it",
    body: createSourceSchema,
    status: 200,
    answer: checkedPlaceSchema,
    refuses: [400, 422],
  },
  {
    method: "get",
    path: `${product}/items`,
    summary: "Items, newest first; also as CSV or NDJSON",
    query: listItemsSchema,
    status: 200,
    answer: itemListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${product}/values`,
    summary: "The values of a field of the product's items, for filters and rules",
    query: listItemValuesSchema,
    status: 200,
    answer: itemValuesSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${product}/balance`,
    summary: "The balance over time",
    query: getBalanceSchema,
    status: 200,
    answer: balanceSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${product}/rules`,
    summary: "A product's latest rules, and how far its items are decided by them",
    status: 200,
    answer: rulesSchema,
    refuses: [404],
  },
  {
    method: "put",
    path: `${product}/rules`,
    summary: "Save the rules as a new version; items are decided again in the background",
    body: saveRulesSchema,
    status: 200,
    answer: rulesSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "post",
    path: `${product}/rules/preview`,
    summary: "What a set of rules would move, before it is saved",
    body: previewRulesSchema,
    status: 200,
    answer: rulesPreviewSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${product}/rules/file`,
    summary: "The latest rules as a file: the ruleSet of a later save, here or elsewhere",
    status: 200,
    answer: ruleSetSchema,
    refuses: [404],
  },
  {
    method: "get",
    path: `${product}/rules/versions`,
    summary: "Versions of the rules, newest first",
    query: listRuleVersionsSchema,
    status: 200,
    answer: rulesVersionListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${product}/rules/versions/{version}`,
    summary: "One version of the rules",
    status: 200,
    answer: rulesVersionSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${product}/rules/versions/{version}/restore`,
    summary: "Save a new version equal to an old one",
    body: restoreRulesSchema,
    status: 200,
    answer: rulesSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "get",
    path: `${product}/rules/comparison`,
    summary: "What was done to the rules from one version to another",
    query: compareRulesSchema,
    status: 200,
    answer: rulesComparisonSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: source,
    summary: "One source",
    status: 200,
    answer: sourceSchema,
    refuses: [404],
  },
  {
    method: "patch",
    path: source,
    summary: "Change how a source is read; what is stored is derived again",
    body: updateSourceSchema,
    status: 200,
    answer: sourceSchema,
    refuses: [400, 404, 422],
  },
  {
    method: "get",
    path: `${source}/points-fields`,
    summary: "Fields of the tracker that may hold the estimate",
    status: 200,
    answer: pointsFieldListSchema,
    refuses: [404, 422],
  },
  {
    method: "get",
    path: `${source}/resolutions`,
    summary: "How items ended in the tracker's words, and what each counts as",
    status: 200,
    answer: endingListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${source}/rederive`,
    summary: "Make all items again from what is stored, without asking the tracker, and sync",
    status: 202,
    answer: runSchema,
    refuses: [404, 409],
  },
  {
    method: "get",
    path: `${source}/refused`,
    summary: "Records that could not be stored, with the reason",
    query: listRefusedSchema,
    status: 200,
    answer: refusedListSchema,
    refuses: [400, 404],
  },
  {
    method: "delete",
    path: source,
    summary: "Disconnect a source and delete its items",
    status: 204,
    refuses: [404],
  },
  {
    method: "post",
    path: `${source}/sync`,
    summary: "Start a sync",
    body: startSyncSchema,
    status: 202,
    answer: runSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "post",
    path: `${source}/webhook`,
    summary: "Give a source a webhook, or its webhook a new secret, which is told this once",
    status: 201,
    answer: newWebhookSchema,
    refuses: [404, 422],
  },
  {
    method: "delete",
    path: `${source}/webhook`,
    summary: "Switch a source's webhook off",
    status: 204,
    refuses: [404],
  },
  {
    method: "post",
    path: "/api/webhooks/{sourceId}",
    summary:
      "For the tracker: something changed. Signed with the secret (X-Hub-Signature-256 or X-Hub-Signature); it makes a sync due and does nothing else",
    body: deliverySchema,
    status: 202,
    refuses: [400, 401],
  },
  {
    method: "get",
    path: item,
    summary: "One item with evidence and journals",
    status: 200,
    answer: itemDetailSchema,
    refuses: [404],
  },
  {
    method: "put",
    path: `${item}/category`,
    summary: "Set an item's category",
    body: setCategorySchema,
    status: 200,
    answer: itemDetailSchema,
    refuses: [400, 404, 422],
  },
  {
    method: "delete",
    path: `${item}/category`,
    summary: "Take a set category back",
    status: 200,
    answer: itemDetailSchema,
    refuses: [404],
  },
];
