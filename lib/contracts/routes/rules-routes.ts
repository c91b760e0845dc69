import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
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
} from "../rules";
import { productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of a product's rules. */
export const rulesRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/rules`,
    summary: "A product's latest rules, and how far its items are decided by them",
    status: 200,
    answer: rulesSchema,
    refuses: [404],
  },
  {
    method: "put",
    path: `${productPath}/rules`,
    summary: "Save the rules as a new version; items are decided again in the background",
    body: saveRulesSchema,
    status: 200,
    answer: rulesSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "post",
    path: `${productPath}/rules/preview`,
    summary: "What a set of rules would move, before it is saved",
    body: previewRulesSchema,
    status: 200,
    answer: rulesPreviewSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/rules/file`,
    summary: "The latest rules as a file: the ruleSet of a later save, here or elsewhere",
    status: 200,
    answer: ruleSetSchema,
    refuses: [404],
  },
  {
    method: "get",
    path: `${productPath}/rules/versions`,
    summary: "Versions of the rules, newest first",
    query: listRuleVersionsSchema,
    status: 200,
    answer: rulesVersionListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/rules/versions/{version}`,
    summary: "One version of the rules",
    status: 200,
    answer: rulesVersionSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/rules/versions/{version}/restore`,
    summary: "Save a new version equal to an old one",
    body: restoreRulesSchema,
    status: 200,
    answer: rulesSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "get",
    path: `${productPath}/rules/comparison`,
    summary: "What was done to the rules from one version to another",
    query: compareRulesSchema,
    status: 200,
    answer: rulesComparisonSchema,
    refuses: [400, 404],
  },
];
