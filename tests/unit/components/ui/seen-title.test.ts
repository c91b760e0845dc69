import { expect, test } from "vitest";
import { seenTitle } from "@/components/ui/seen-title";

test.each(["", " ", "\u200b\ufeff", "\u202a\u202e\u2069", "\u3164", "\u00ad", "\u2800"])(
  "a title of which nothing can be seen is told in words: %j",
  (title) => {
    expect(seenTitle(title)).toBe("(no title that can be seen)");
  },
);

test.each(["a", "0", "👩‍👩‍👧‍👦", "\u202egnp.exe", "مشكلة"])("any other is itself: %j", (title) => {
  expect(seenTitle(title)).toBe(title);
});
