import type { z } from "zod";
import { UpstreamError } from "@/lib/errors";

/** A provider that does not answer, or not as it should. The message holds no secret and no answer. */
export class ProviderFault extends Error {
  override readonly name = "ProviderFault";
}

type Request = { url: string; form?: URLSearchParams; headers?: Record<string, string> };

/** What a provider answers, parsed. Errors: `ProviderFault`, which names its host and what is wrong. */
export async function askProvider<T extends z.ZodType>(
  fetch: typeof globalThis.fetch,
  { url, form, headers }: Request,
  schema: T,
): Promise<z.output<T>> {
  const { host, pathname } = new URL(url);
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const init: RequestInit = {
    method: form === undefined ? "GET" : "POST",
    headers: { accept: "application/json", ...(form && type), ...headers },
    ...(form && { body: form.toString() }),
  };
  const response = await fetch(url, init).catch((error: unknown) => {
    if (error instanceof UpstreamError) throw new ProviderFault(error.message, { cause: error });
    throw error;
  });
  if (!response.ok) throw new ProviderFault(`${host} answers ${pathname} with ${response.status}.`);
  const parsed = schema.safeParse(readJson(await response.text()));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join(".") || "everything");
  throw new ProviderFault(`${host} answers ${pathname} without what is needed: ${fields.join()}.`);
}

/** What is no JSON is undefined, which no schema takes. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
