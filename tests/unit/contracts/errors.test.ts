import { expect, test, vi } from "vitest";
import { AppError, UpstreamError } from "@/lib/errors";

test("an error is known across two copies of its module, as in two bundles of one process", async () => {
  vi.resetModules();
  const copy = await import("@/lib/errors");
  expect(copy.AppError).not.toBe(AppError);
  expect(new copy.AppError("conflict", "taken") instanceof AppError).toBe(true);
  expect(new copy.UpstreamError("gone", "away") instanceof UpstreamError).toBe(true);
});

test("one kind of error is not taken for the other, nor anything else for either", () => {
  expect(new AppError("conflict", "taken") instanceof UpstreamError).toBe(false);
  expect(new UpstreamError("gone", "away") instanceof AppError).toBe(false);
  for (const other of [new Error("plain"), { code: "conflict" }, null, "text"]) {
    expect(other instanceof AppError).toBe(false);
  }
});
