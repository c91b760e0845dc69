import { expect, test } from "vitest";
import { earlierDays } from "@/lib/balance/earlier-days";

test("the previous days are as many, right before, whatever months and leap days lie between", () => {
  const before = (from: string, to: string) => earlierDays({ from, to }, "previous");
  expect(before("2026-03-01", "2026-03-31")).toEqual({ from: "2026-01-29", to: "2026-02-28" });
  expect(before("2024-03-01", "2024-03-01")).toEqual({ from: "2024-02-29", to: "2024-02-29" });
  expect(before("2026-03-23", "2026-04-05")).toEqual({ from: "2026-03-09", to: "2026-03-22" });
});

test("a year before are the days of the same name; 29 February becomes the 28th", () => {
  const before = (from: string, to: string) => earlierDays({ from, to }, "year");
  expect(before("2026-03-01", "2026-05-31")).toEqual({ from: "2025-03-01", to: "2025-05-31" });
  expect(before("2024-02-01", "2024-02-29")).toEqual({ from: "2023-02-01", to: "2023-02-28" });
});
