import {
  currentDigestSchema,
  digestListSchema,
  getDigestSchema,
  keptDigestSchema,
  listDigestsSchema,
} from "../digests";
import { productWebhookSchema, setProductWebhookSchema } from "../product-webhook";
import { triggerListSchema } from "../triggers";
import { digestPath, productPath } from "./paths";
import type { RouteContract } from "./route-contract";

const webhookPath = `${productPath}/webhook`;

/** What asks both sides of a product to talk, and how they come to know. */
export const talksRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: `${productPath}/triggers`,
    summary: "Why both sides should talk again, oldest first",
    status: 200,
    answer: triggerListSchema,
    refuses: [404],
  },
  {
    method: "get",
    path: `${productPath}/digest`,
    summary: "The digest that would be made now; also as Markdown",
    query: getDigestSchema,
    status: 200,
    answer: currentDigestSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/digests`,
    summary: "The digests that were made, newest first",
    query: listDigestsSchema,
    status: 200,
    answer: digestListSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: digestPath,
    summary: "A digest as it was made; also as Markdown",
    query: getDigestSchema,
    status: 200,
    answer: keptDigestSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: webhookPath,
    summary: "Where a product's messages go: the host, and how the last one fared",
    status: 200,
    answer: productWebhookSchema,
    refuses: [404],
  },
  {
    method: "put",
    path: webhookPath,
    summary: "Set the Slack-compatible webhook that is told of triggers and digests",
    body: setProductWebhookSchema,
    status: 200,
    answer: productWebhookSchema,
    refuses: [400, 404, 422],
  },
  {
    method: "delete",
    path: webhookPath,
    summary: "Send no messages any more",
    status: 204,
    refuses: [404],
  },
  {
    method: "post",
    path: `${webhookPath}/test`,
    summary: "Send a test message",
    status: 200,
    answer: productWebhookSchema,
    refuses: [404, 422],
  },
];
