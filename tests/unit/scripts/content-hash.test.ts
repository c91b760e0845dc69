import { renameSync, utimesSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { contentHash } from "@/scripts/prepare/content-hash.mjs";
import { temporaryFolder, writeTree } from "@/tests/setup/temporary-folder";

const places = ["app", "lib", "next.config.js", "not-there"];
let root: string;
let before: string;

beforeEach(() => {
  root = temporaryFolder();
  writeTree(root, { "app/page.tsx": "page", "lib/a/b.ts": "b", "next.config.js": "config" });
  before = contentHash(root, places);
});

test("the same content has the same hash, whenever it was written", () => {
  utimesSync(path.join(root, "app/page.tsx"), new Date(0), new Date(0));
  expect(contentHash(root, places)).toBe(before);
});

test("a changed file, however deep, changes the hash", () => {
  writeTree(root, { "lib/a/b.ts": "c" });
  expect(contentHash(root, places)).not.toBe(before);
});

test("a new file changes the hash", () => {
  writeTree(root, { "lib/a/c.ts": "" });
  expect(contentHash(root, places)).not.toBe(before);
});

test("a renamed file changes the hash", () => {
  renameSync(path.join(root, "lib/a/b.ts"), path.join(root, "lib/a/z.ts"));
  expect(contentHash(root, places)).not.toBe(before);
});

test("what lies outside the given places does not count", () => {
  writeTree(root, { "docs/notes.md": "new" });
  expect(contentHash(root, places)).toBe(before);
});
