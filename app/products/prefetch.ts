import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { AppError } from "@/lib/errors";

/**
 * Puts an answer into the cache the browser starts with. Where the question itself is refused
 * nothing is put there: the page asks again and shows the reason where it belongs.
 */
export async function prefetch(
  queryClient: QueryClient,
  key: QueryKey,
  read: () => Promise<unknown>,
): Promise<void> {
  try {
    queryClient.setQueryData(key, await read());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
