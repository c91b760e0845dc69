import { balanceSchema, getBalanceAsSchema } from "../balance";
import { balanceSplitSchema, getBalanceSplitSchema } from "../balance-split";
import { flowSchema, getFlowSchema } from "../flow";
import { healthSchema, readinessSchema } from "../health";
import { getMoversSchema, moversSchema } from "../movers";
import { getPortfolioSchema, portfolioSchema } from "../portfolio";
import {
  createProductSchema,
  createSampleProductSchema,
  listProductsSchema,
  productListSchema,
  productSchema,
  updateProductSchema,
} from "../products";
import { productPath } from "./paths";
import type { RouteContract } from "./route-contract";

/** What is asked of products, and of the server itself. */
export const productsRoutes: readonly RouteContract[] = [
  {
    method: "get",
    path: "/api/health",
    summary: "Whether the server can work",
    status: 200,
    answer: healthSchema,
    refuses: [503],
    isBare: true,
  },
  {
    method: "get",
    path: "/api/ready",
    summary: "Whether requests may be sent to this process: not before it is up, nor once it stops",
    status: 200,
    answer: readinessSchema,
    refuses: [503],
    isBare: true,
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
    path: "/api/portfolio",
    summary: "The balances of all products, and what they come to together; also as CSV",
    query: getPortfolioSchema,
    status: 200,
    answer: portfolioSchema,
    refuses: [400],
  },
  {
    method: "get",
    path: productPath,
    summary: "One product",
    status: 200,
    answer: productSchema,
    refuses: [404],
  },
  {
    method: "patch",
    path: productPath,
    summary: "Change a product",
    body: updateProductSchema,
    status: 200,
    answer: productSchema,
    refuses: [400, 404],
  },
  {
    method: "delete",
    path: productPath,
    summary: "Delete a product and all in it",
    status: 204,
    refuses: [404],
  },
  {
    method: "get",
    path: `${productPath}/balance`,
    summary: "The balance over time; also as CSV",
    query: getBalanceAsSchema,
    status: 200,
    answer: balanceSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/balance/split`,
    summary: "The balances of the product's sources or teams, side by side; also as CSV",
    query: getBalanceSplitSchema,
    status: 200,
    answer: balanceSplitSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/flow`,
    summary: "What was opened and done, how long it took, how old what is open is; also as CSV",
    query: getFlowSchema,
    status: 200,
    answer: flowSchema,
    refuses: [400, 404],
  },
  {
    method: "get",
    path: `${productPath}/movers`,
    summary: "What changed the feature share between two periods, group by group; also as CSV",
    query: getMoversSchema,
    status: 200,
    answer: moversSchema,
    refuses: [400, 404],
  },
];
