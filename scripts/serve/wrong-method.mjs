/**
 * The refusal of a method that a path of the API has not, as the application says it; null where the
 * method is taken, for pages, and until the application is up.
 * @param {import("node:http").IncomingMessage} request
 * @returns {Promise<Response> | null}
 */
export function refusalOf({ method, url }) {
  const hook = Reflect.get(globalThis, "__backlogBalanceRefusal");
  return typeof hook === "function" ? hook(method ?? "", url ?? "/") : null;
}

/**
 * Sends an answer that the application made without Next.
 * @param {import("node:http").ServerResponse} response
 * @param {Promise<Response>} answer
 */
export async function sendAnswer(response, answer) {
  const made = await answer;
  response.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text());
}
