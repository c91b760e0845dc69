import { expect, test } from "vitest";
import { tooOldMessage } from "@/scripts/prepare/node-version.mjs";

test.each(["20.19.0", "20.19.5", "22.0.0", "24.1.0"])("Node %s is new enough", (version) => {
  expect(tooOldMessage(version)).toBeNull();
});

test.each(["12.22.0", "18.20.8", "20.18.3", "20.9.0"])(
  "Node %s is refused with one line that names it and what is needed",
  (version) => {
    const message = tooOldMessage(version);
    expect(message).toContain(version);
    expect(message).toContain("20.19");
    expect(message).not.toContain("\n");
  },
);
