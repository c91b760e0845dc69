import { expect, test } from "vitest";
import { agreesWithLock, isInstalled } from "@/scripts/prepare/installed-packages.mjs";
import { temporaryFolder, writeTree } from "@/tests/setup/temporary-folder";

const lock = {
  "": { version: "0.1.0" },
  "node_modules/next": { version: "1.0.0" },
  "node_modules/swc-darwin": { version: "1.0.0", optional: true },
};

function writeInstall(root: string, installed: Record<string, object> | null): void {
  writeTree(root, { "package-lock.json": JSON.stringify({ packages: lock }) });
  if (installed) {
    const { "": _own, ...packages } = installed;
    writeTree(root, { "node_modules/.package-lock.json": JSON.stringify({ packages }) });
  }
}

const linux = { stamp: null, platform: "linux-x64" };

test("a half-finished install, which lacks npm's own list, is not one", () => {
  const root = temporaryFolder();
  writeInstall(root, null);
  expect(isInstalled(root, { ...linux, stamp: "linux-x64" })).toBe(false);
});

test("a list that was cut off is not an install", () => {
  const root = temporaryFolder();
  writeInstall(root, lock);
  writeTree(root, { "node_modules/.package-lock.json": '{"packages":{"node_mod' });
  expect(isInstalled(root, linux)).toBe(false);
});

test("an install made by hand is taken over when it agrees with the lock", () => {
  const root = temporaryFolder();
  writeInstall(root, { "node_modules/next": { version: "1.0.0" } });
  expect(isInstalled(root, linux)).toBe(true);
});

test("an install made for another platform is made again", () => {
  const root = temporaryFolder();
  writeInstall(root, lock);
  expect(isInstalled(root, { ...linux, stamp: "linux-x64" })).toBe(true);
  expect(isInstalled(root, { ...linux, stamp: "darwin-arm64" })).toBe(false);
});

test("a package that is missing, too much or of another version does not agree with the lock", () => {
  const next = { "node_modules/next": { version: "1.0.0" } };
  expect(agreesWithLock(next, lock)).toBe(true);
  expect(agreesWithLock({}, lock)).toBe(false);
  expect(agreesWithLock({ "node_modules/next": { version: "0.9.0" } }, lock)).toBe(false);
  expect(agreesWithLock({ ...next, "node_modules/extra": { version: "1" } }, lock)).toBe(false);
  const otherSwc = { "node_modules/swc-darwin": { version: "0.9.0" } };
  expect(agreesWithLock({ ...next, ...otherSwc }, lock)).toBe(false);
});
