import {
  agreementListSchema,
  agreementSchema,
  answerAgreementSchema,
  proposeAgreementSchema,
  proposeExceptionSchema,
} from "../agreements";
import { createStageSchema, stageListSchema, stageSchema, updateStageSchema } from "../stages";
import { agreementPath, productPath, stagePath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of the stages of a product, and of what its two sides agree for them. */
export const agreementsRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/stages`,
    summary: "A product's stages by their first day",
    status: 200,
    answer: stageListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/stages`,
    summary: "Add a stage; an open-ended one before it ends the day before",
    body: createStageSchema,
    status: 201,
    answer: stageSchema,
    refuses: [400, 404, 409, 422],
  },
  {
    method: "patch",
    path: stagePath,
    summary: "Change a stage, without changing what was judged by an agreement",
    body: updateStageSchema,
    status: 200,
    answer: stageSchema,
    refuses: [400, 404, 409],
  },
  {
    method: "delete",
    path: stagePath,
    summary: "Delete a stage that no agreement is about",
    status: 204,
    refuses: [404, 409],
  },
  {
    method: "get",
    path: `${productPath}/agreements`,
    summary: "A product's agreements with all that was said about each, newest first",
    status: 200,
    answer: agreementListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/agreements`,
    summary: "Propose shares for a stage, as one of the two sides",
    body: proposeAgreementSchema,
    status: 201,
    answer: agreementSchema,
    refuses: [400, 404, 409, 422],
  },
  {
    method: "get",
    path: `${productPath}/exceptions`,
    summary: "A product's exceptions with all that was said about each, newest first",
    status: 200,
    answer: agreementListSchema,
    refuses: [404],
  },
  {
    method: "post",
    path: `${productPath}/exceptions`,
    summary: "Propose other shares for some days of a stage",
    body: proposeExceptionSchema,
    status: 201,
    answer: agreementSchema,
    refuses: [400, 404, 409, 422],
  },
  {
    method: "post",
    path: `${agreementPath}/answers`,
    summary: "Accept, decline, counter or withdraw what lies on the table",
    body: answerAgreementSchema,
    status: 200,
    answer: agreementSchema,
    refuses: [400, 404, 409, 422],
  },
];
