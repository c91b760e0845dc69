const guardMs = 120_000;

/**
 * Looks again and again until there is an answer, and returns it. The time limit only keeps a test
 * from hanging: on a busy machine whatever is waited for may take many times what it takes alone.
 */
export async function until<T>(
  look: () => Promise<T | null>,
  { what, everyMs = 20 }: { what: string; everyMs?: number },
): Promise<T> {
  const end = Date.now() + guardMs;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw new Error(`In ${guardMs / 1000} seconds it did not come about that ${what}.`);
}
