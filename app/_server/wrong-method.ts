import { AppError } from "@/lib/errors";
import { methodsOf } from "@/lib/rights/find-route";
import { errorAnswer } from "./error-answer";

type RefuseMethod = (method: string, url: string) => Promise<Response> | null;

/** Where the script that serves asks before it asks Next, which refuses a method without a word. */
const hooks = globalThis as { __backlogBalanceRefusal?: RefuseMethod };

export function tellMethods(): void {
  hooks.__backlogBalanceRefusal = refuseMethod;
}

/** What is taken where nothing is, to say that. */
const everyMethod = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/** The refusal of a method that a path of the API has not; null for all others, and outside the API. */
function refuseMethod(method: string, url: string): Promise<Response> | null {
  const [pathname = ""] = url.split("?", 1);
  if (!/^\/api(\/|$)/.test(pathname)) return null;
  const allow = methodsOf(pathname) ?? everyMethod;
  if (allow.includes(method)) return null;
  const message = `This address takes ${allow.join(", ")}, not ${method}.`;
  return errorAnswer(new AppError("method_not_allowed", message, { allow }));
}
