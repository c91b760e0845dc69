import { afterEach, expect, test } from "vitest";
import { printWhole } from "@/components/print/print-whole";
import { addUnseen, hasUnseen } from "@/components/ui/unseen";

const forgets: (() => void)[] = [];
afterEach(() => {
  for (const forget of forgets.splice(0)) forget();
});

/** A page whose parts take so many looks each to come; the next is there only then. */
function page(looksOfParts: number[]) {
  const told = { waitedMs: 0, printed: [] as number[] };
  let shown = 0;
  let looksLeft = 0;
  const next = () => {
    const looks = looksOfParts[shown];
    if (looks === undefined) return;
    const forget = addUnseen(() => {
      forget();
      shown += 1;
      looksLeft = looks;
    });
    forgets.push(forget);
  };
  next();
  return {
    told,
    isArriving: () => {
      if (looksLeft === 0) return false;
      looksLeft -= 1;
      if (looksLeft === 0) next();
      return true;
    },
    sleep: async (ms: number) => {
      told.waitedMs += ms;
    },
    print: () => told.printed.push(shown),
  };
}

test("a page is printed once, when all that nobody has scrolled to has come", async () => {
  const long = page([4, 1, 9]);
  expect(hasUnseen()).toBe(true);
  expect(await printWhole(long)).toBe(true);
  expect(long.told.printed).toEqual([3]);
  expect(hasUnseen()).toBe(false);
});

test("what does not come in time is left out, and that is told", async () => {
  const endless = page([Number.POSITIVE_INFINITY]);
  expect(await printWhole(endless)).toBe(false);
  expect(endless.told.printed).toHaveLength(1);
  expect(endless.told.waitedMs).toBe(20_000);
});
