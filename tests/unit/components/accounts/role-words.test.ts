import { expect, it } from "vitest";
import { standingWords } from "@/components/accounts/role-words";
import { endWords } from "@/components/accounts/when-words";

const nameOf = (id: string) => (id === "p1" ? "Shop" : "?");

it("says what somebody is everywhere, and where they are something else", () => {
  expect(standingWords({ role: "viewer", productRoles: { p1: "pm" } }, nameOf)).toBe(
    "Viewer, Product manager in Shop",
  );
  expect(standingWords({ role: null, productRoles: {} }, nameOf)).toBe("Nothing yet");
});

it("says until when something holds, since when it is over, or that it has no end", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");
  expect(endWords("2026-03-11T12:00:00Z", now, "en-GB")).toBe("until 11 Mar 2026");
  expect(endWords("2026-03-09T12:00:00Z", now, "en-GB")).toBe("over since 9 Mar 2026");
  expect(endWords(null, now, "en-GB")).toBe("without an end");
});
