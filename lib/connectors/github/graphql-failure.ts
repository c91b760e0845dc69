import { z } from "zod";
import { UpstreamError } from "@/lib/errors";
import { limitReached, place } from "./failure";
import { rateLimitEnd } from "./rate-limit";
import type { Answer, GithubConnection } from "./request";

const failureSchema = z.object({
  errors: z.array(
    z.object({ type: z.string().nullish().catch(null), message: z.string().nullish().catch(null) }),
  ),
});

/** GraphQL tells its limits and its own trouble with status 200: throws what REST would have. */
export function refuseFailure({ data, headers }: Answer, connection: GithubConnection): void {
  const parsed = failureSchema.safeParse(data);
  if (!parsed.success) return;
  const { errors } = parsed.data;
  const { apiUrl, credential, io } = connection;
  if (errors.some(({ type }) => type === "RATE_LIMITED")) {
    const refusal = { status: 403, headers, message: "rate limit" };
    const retryAt = rateLimitEnd(refusal, io.now()) ?? io.now();
    throw limitReached(retryAt, { apiUrl, credential: credential.kind });
  }
  if (errors.some(({ message }) => /something went wrong|timed? ?out/i.test(message ?? ""))) {
    const message = `${place({ apiUrl })} has trouble with a large question. Try again later.`;
    throw new UpstreamError("unreachable", message, { status: 502 });
  }
}
