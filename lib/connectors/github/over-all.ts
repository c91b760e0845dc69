/** More requests at once gain little and risk GitHub's secondary limits. */
export const mostAtOnce = 5;

/** The results of `work` on each, in their order, never more than `limit` of them under way. */
export async function overAll<T, R>(
  all: readonly T[],
  limit: number,
  work: (one: T) => Promise<R> | R,
): Promise<R[]> {
  const results: R[] = [];
  const queue = all.entries();
  let hasFailed = false;
  const worker = async () => {
    for (const [index, one] of queue) {
      if (hasFailed) return;
      try {
        results[index] = await work(one);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, all.length) }, worker));
  return results;
}
