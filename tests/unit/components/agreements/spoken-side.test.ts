import { expect, it } from "vitest";
import { spokenSide } from "@/components/agreements/spoken-side";

it("lets nobody speak who holds no side, whatever the address says", () => {
  expect(spokenSide([], "pm")).toBeNull();
  expect(spokenSide([], "engineering")).toBeNull();
});

it("lets one who holds a side speak for it and for no other", () => {
  expect(spokenSide(["engineering"], "pm")).toBe("engineering");
  expect(spokenSide(["pm"], "engineering")).toBe("pm");
});

it("lets one who holds both choose", () => {
  expect(spokenSide(["pm", "engineering"], "pm")).toBe("pm");
  expect(spokenSide(["pm", "engineering"], "engineering")).toBe("engineering");
});
