import { expect, it } from "vitest";
import { watchSecret } from "@/components/accounts/watch-secret";

/** As much of a tab as there is to it: its address, and what is told of it. */
function tabAt(hash: string) {
  const events = new EventTarget();
  const location = { hash, pathname: "/new-password" } as Location;
  const history = {
    state: null,
    replaceState: () => {
      location.hash = "";
    },
  } as unknown as History;
  const open = (next: string) => {
    location.hash = next;
    events.dispatchEvent(new Event("hashchange"));
  };
  const addEventListener = events.addEventListener.bind(events);
  const removeEventListener = events.removeEventListener.bind(events);
  return { page: { location, history, addEventListener, removeEventListener }, open, location };
}

it("hears each link that is opened in the tab, and leaves none in the address", () => {
  const { page, open, location } = tabAt("#reset_first");
  const heard: string[] = [];
  const stop = watchSecret(page as never, (secret) => heard.push(secret));
  expect([heard, location.hash]).toEqual([["reset_first"], ""]);
  open("#reset_second");
  expect([heard, location.hash]).toEqual([["reset_first", "reset_second"], ""]);
  open("#");
  stop();
  open("#reset_third");
  expect(heard).toEqual(["reset_first", "reset_second"]);
});
