import { lateChangeListSchema, listLateChangesSchema } from "../audit";
import { judgedListSchema, listJudgedSchema, modelSchema } from "../model";
import {
  listTriageSchema,
  overrideBatchSchema,
  setCategoriesSchema,
  sharedTraitsSchema,
  triageListSchema,
  undoneBatchSchema,
} from "../triage";
import { itemPath, productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked to decide many items, and to look at what was decided. */
export const triageRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/audit`,
    summary: "Items whose category changed after they were closed, newest change first",
    query: listLateChangesSchema,
    status: 200,
    answer: lateChangeListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/triage`,
    summary: "Items that want a decision, the most informative first; all, or those of a kind",
    query: listTriageSchema,
    status: 200,
    answer: triageListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${itemPath}/traits`,
    summary: "What others have in common with an item, and how many of those that wait share it",
    status: 200,
    answer: sharedTraitsSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/overrides`,
    summary: "Set the category of many items, or confirm what they would be",
    body: setCategoriesSchema,
    status: 200,
    answer: overrideBatchSchema,
    refuses: [400, 404, 422],
  },
  {
    method: "delete",
    path: "/api/override-batches/{batchId}",
    summary: "Take decisions about many items back",
    status: 200,
    answer: undoneBatchSchema,
    refuses: [404],
  },
  {
    method: "get",
    path: `${productPath}/model`,
    summary: "How accurate the text model has been on corrected items, and what it has learnt",
    status: 200,
    answer: modelSchema,
    refuses: [404],
  },
  {
    method: "get",
    path: `${productPath}/model/items`,
    summary: "The corrected items behind a figure of the model's accuracy, latest first",
    query: listJudgedSchema,
    status: 200,
    answer: judgedListSchema,
    refuses: [400, 404],
  },
];
