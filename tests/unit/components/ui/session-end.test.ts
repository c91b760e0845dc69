import { afterEach, expect, it } from "vitest";
import {
  forgetSessionEnd,
  noticeStatus,
  sessionHasEnded,
  subscribeToSessionEnd,
} from "@/components/ui/session-end";

afterEach(forgetSessionEnd);

it("tells the page that its session is over, until somebody signed in again", () => {
  const told: boolean[] = [];
  const stop = subscribeToSessionEnd(() => told.push(sessionHasEnded()));
  noticeStatus("/api/products/p1/items", 401);
  forgetSessionEnd();
  stop();
  noticeStatus("/api/products/p1/items", 401);
  expect(told).toEqual([true, false]);
});

it.each([
  ["/api/sign-in", 401],
  ["/api/join", 401],
  ["/api/products", 403],
  ["/api/products", 200],
])("does not take %s answering %d for the end of a session", (path, status) => {
  noticeStatus(path, status);
  expect(sessionHasEnded()).toBe(false);
});
