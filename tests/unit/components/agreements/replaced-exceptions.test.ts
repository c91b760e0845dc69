import { expect, test } from "vitest";
import { replacedSentence } from "@/components/agreements/replaced-exceptions";
import type { Agreement } from "@/lib/contracts/agreements";

const exception = (
  startsOn: string,
  endsOn: string,
  change: Partial<Agreement> = {},
): Agreement => ({
  id: `${startsOn} ${endsOn}`,
  stageId: "stage",
  stage: "Expand",
  team: null,
  exception: { startsOn, endsOn },
  measure: "done",
  unit: "items",
  reviewOn: null,
  state: "in_force",
  version: 1,
  side: "pm",
  shares: { feature: 40, upkeep: 60 },
  tolerance: 5,
  waitsFor: null,
  days: null,
  inForceAt: null,
  supersededAt: null,
  createdAt: "2026-03-01T00:00:00Z",
  steps: [],
  ...change,
});
const told = (startsOn: string, endsOn: string, exceptions: Agreement[]) =>
  replacedSentence({ startsOn, endsOn }, exceptions, "en-GB");

test("an exception in force that shares a day is named with all of its days", () => {
  const march = exception("2026-03-01", "2026-03-31");
  expect(told("2026-03-10", "2026-03-12", [march])).toBe(
    "Once accepted, it takes the place of 40 ± 5 from 1 Mar 2026 to 31 Mar 2026, on all of its days that are still to come.",
  );
  expect(told("2026-03-31", "2026-04-02", [march])).toContain("takes the place");
  expect(told("2026-02-01", "2026-03-01", [march])).toContain("takes the place");
  const april = exception("2026-04-01", "2026-04-30", { tolerance: 0 });
  expect(told("2026-03-31", "2026-04-01", [march, april])).toContain(
    "31 Mar 2026 and 40 from 1 Apr 2026 to 30 Apr 2026, on all of their days",
  );
});

test("nothing is said of others", () => {
  const march = exception("2026-03-01", "2026-03-31");
  expect(told("2026-04-01", "2026-04-02", [march])).toBeNull();
  expect(told("2026-02-01", "2026-02-28", [march])).toBeNull();
  const before = exception("2026-03-01", "2026-03-31", { state: "superseded" });
  const whole = exception("", "", { exception: null });
  expect(told("2026-03-01", "2026-03-02", [before, whole])).toBeNull();
});
