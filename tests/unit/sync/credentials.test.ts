import { expect, test } from "vitest";
import { createSecretBox } from "@/lib/sync/credentials";

const place = { workspaceId: "w1", sourceId: "s1" };
const box = createSecretBox("a secret key of more than 32 characters");

test("a sealed token opens to what it was and shows nothing of it", () => {
  const sealed = box.seal("ghp_canary_token", place);
  expect(sealed).not.toContain("canary");
  expect(box.open(sealed, place)).toBe("ghp_canary_token");
});

test("sealing twice gives different texts", () => {
  expect(box.seal("token", place)).not.toBe(box.seal("token", place));
});

test.each([
  { workspaceId: "w2", sourceId: "s1" },
  { workspaceId: "w1", sourceId: "s2" },
  { workspaceId: "w1", productId: "s1" },
])("a token moved to another place is refused: %j", (elsewhere) => {
  expect(() => box.open(box.seal("token", place), elsewhere)).toThrow("cannot be read");
});

test("another key is refused, and a changed text is", () => {
  const sealed = box.seal("token", place);
  const other = createSecretBox("another secret key of 32 characters or more");
  expect(() => other.open(sealed, place)).toThrow("cannot be read");
  const [version, id, nonce, tag, text = ""] = sealed.split(".");
  const changed = [version, id, nonce, tag, `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`];
  expect(() => box.open(changed.join("."), place)).toThrow("cannot be read");
});

test("after a turn to another key both open, and only the new one seals", () => {
  const turned = createSecretBox("a secret key of more than 32 characters");
  const before = turned.seal("token", place);
  const keys = { present: "another secret key of 32 characters or more", previous: [] };
  turned.turnTo(keys);
  expect(turned.open(before, place)).toBe("token");
  expect(createSecretBox(keys.present).open(turned.seal("token", place), place)).toBe("token");
  expect(before.startsWith(turned.presentPrefix())).toBe(false);
});
