import {
  type Answer,
  type Asking,
  createAsk,
  type GithubConnection,
  type GithubRequest,
} from "./request";

/** What GitHub's headers tell about the server, each null where they do not. */
export type ServerTold = { requestsPerHour: number | null; serverTime: Date | null };

/** Asks, remembering what the answers tell; `get` is for what always has an answer of its own. */
export function createTellingAsk(connection: GithubConnection) {
  const ask = createAsk(connection);
  let headers: Answer["headers"] = {};
  const get = async (request: GithubRequest, asking: Asking): Promise<Answer> => {
    const answer = await ask(request, asking);
    if (answer === null) throw new TypeError("Only a conditional request can be not modified.");
    headers = answer.headers;
    return answer;
  };
  const told = (): ServerTold => {
    const limit = Number(headers["x-ratelimit-limit"] ?? Number.NaN);
    const serverTime = new Date(headers.date ?? Number.NaN);
    return {
      requestsPerHour: Number.isFinite(limit) ? limit : null,
      serverTime: Number.isNaN(serverTime.getTime()) ? null : serverTime,
    };
  };
  return { ask, get, told };
}
