import { expect, it } from "vitest";
import { unreadWords } from "@/components/meetings/unread-words";
import { ApiError } from "@/components/ui/api";

const failure = (status: number, code: string, message: string) =>
  new ApiError(status, { code, message });

it("a lost connection is told where nobody answers", () => {
  const lost = "The connection is lost: what is typed is kept, and tried again.";
  expect(unreadWords(failure(0, "unreachable", "Backlog Balance does not answer."))).toBe(lost);
  expect(unreadWords(failure(503, "unavailable", "The database is away."))).toBe(lost);
});

it.each([
  [401, "Sign in first."],
  [403, "You do not have the right to do this."],
])("a refusal, as %d, is told as what it is", (status, message) => {
  expect(unreadWords(failure(status, "refused", message))).toBe(
    `What others write is not shown now: ${message}`,
  );
});
