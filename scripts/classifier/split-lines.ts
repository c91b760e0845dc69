/** A line of the input, or that it was too long to be kept. */
export type Line = { text: string } | { tooLong: true };

/** Splits a stream into lines without keeping more than one, or more than `longest` units of it. */
export async function* splitLines(
  chunks: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<Line> {
  let held = "";
  let skipping = false;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      const text = held + chunk.slice(start, end);
      yield skipping || text.length > longest ? { tooLong: true } : { text };
      held = "";
      skipping = false;
      start = end + 1;
    }
    if (!skipping) held += chunk.slice(start);
    if (held.length > longest) {
      held = "";
      skipping = true;
    }
  }
  if (skipping) yield { tooLong: true };
  else if (held.trim() !== "") yield { text: held };
}
