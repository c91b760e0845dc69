import fc from "fast-check";
import { expect, it } from "vitest";
import { splitLines } from "@/scripts/classifier/split-lines";

async function linesOf(chunks: readonly string[], longest: number) {
  const lines = [];
  for await (const line of splitLines(stream(chunks), longest)) lines.push(line);
  return lines;
}

async function* stream(chunks: readonly string[]) {
  yield* chunks;
}

const chunk = fc.array(fc.constantFrom("a", "bc", "\n", "é"), { maxLength: 6 });
const chunks = fc.array(
  chunk.map((parts) => parts.join("")),
  { maxLength: 8 },
);

it("gives the same lines however the stream is cut", async () => {
  await fc.assert(
    fc.asyncProperty(chunks, async (parts) => {
      const whole = parts.join("").split("\n");
      if (whole.at(-1) === "") whole.pop();
      expect(await linesOf(parts, 1_000)).toEqual(whole.map((text) => ({ text })));
    }),
  );
});

it("marks a line that is too long and goes on with the next", async () => {
  const lines = await linesOf(["ab\nabc", "def", "gh\nxy", "\nlong line\n", "z"], 4);
  expect(lines).toEqual([
    { text: "ab" },
    { tooLong: true },
    { text: "xy" },
    { tooLong: true },
    { text: "z" },
  ]);
});
