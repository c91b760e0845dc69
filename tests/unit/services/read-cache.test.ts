import { expect, test, vi } from "vitest";
import { createReadCache } from "@/lib/services/read-cache";

const rows = (count: number) => Array.from({ length: count }, (_, place) => ({ place }));

test("askers at once share one reading, and later ones its rows", async () => {
  const cache = createReadCache();
  const read = vi.fn(async () => rows(2));
  const [one, other] = await Promise.all([cache.rowsOf("a", read), cache.rowsOf("a", read)]);
  expect(one).toEqual(rows(2));
  expect(other).toBe(one);
  expect(await cache.rowsOf("a", read)).toBe(one);
  expect(read).toHaveBeenCalledTimes(1);
  await cache.rowsOf("b", read);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a reading that fails fails for all who wait for it, and is not kept", async () => {
  const cache = createReadCache();
  const read = vi.fn(async () => rows(1)).mockRejectedValueOnce(new Error("The line went dead."));
  const asked = [cache.rowsOf("a", read), cache.rowsOf("a", read)];
  for (const one of asked) await expect(one).rejects.toThrow("The line went dead.");
  expect(await cache.rowsOf("a", read)).toEqual(rows(1));
});

test("no rows are an answer like any other", async () => {
  const cache = createReadCache();
  const read = vi.fn(async () => rows(0));
  await cache.rowsOf("a", read);
  expect(await cache.rowsOf("a", read)).toEqual([]);
  expect(read).toHaveBeenCalledTimes(1);
});

test("what is over the bytes pushes out what was not asked for longest, and is answered whatever its size", async () => {
  const cache = createReadCache({ mostBytes: 1000 });
  const reads = new Map(["a", "b", "c"].map((key) => [key, vi.fn(async () => rows(2))]));
  for (const [key, read] of reads) await cache.rowsOf(key, read);
  await cache.rowsOf("a", reads.get("a") ?? fail);
  expect(reads.get("a")).toHaveBeenCalledTimes(2);
  await cache.rowsOf("c", reads.get("c") ?? fail);
  expect(reads.get("c")).toHaveBeenCalledTimes(1);
  expect(await cache.rowsOf("large", async () => rows(100))).toEqual(rows(100));
});

test("what is pushed out while it is read is the answer all the same", async () => {
  const cache = createReadCache({ mostBytes: 500 });
  let answer: (rows: { place: number }[]) => void = () => undefined;
  const slow = cache.rowsOf(
    "slow",
    () => new Promise<{ place: number }[]>((done) => (answer = done)),
  );
  for (const key of ["a", "b", "c", "d"]) await cache.rowsOf(key, async () => rows(2));
  answer(rows(1));
  expect(await slow).toEqual(rows(1));
});

const fail = async (): Promise<never> => {
  throw new Error("There is no such reading.");
};
