import { expect, test } from "vitest";
import { type Lock, lockProblems } from "@/scripts/checks/lock-check.mjs";

const manifest = { version: "1.0.0", dependencies: { next: "16.0.0" } };
const soundPackages = {
  "": { ...manifest, engines: { node: ">=20.19" } },
  "node_modules/next": {
    version: "16.0.0",
    dependencies: { postcss: "8.0.0" },
    optionalDependencies: { "swc-linux": "16.0.0", "swc-darwin": "16.0.0" },
    engines: { node: ">=20.9.0" },
  },
  "node_modules/next/node_modules/postcss": { version: "8.0.0" },
  "node_modules/swc-linux": { version: "16.0.0", optional: true },
  "node_modules/swc-darwin": { version: "16.0.0", optional: true },
};

function problems(changes: Lock["packages"], own: object = manifest): string[] {
  return lockProblems({ packages: { ...soundPackages, ...changes } }, own);
}

test("a sound lock has no problems", () => {
  expect(problems({})).toEqual([]);
});

test("a platform package that npm dropped in silence is named", () => {
  const { "node_modules/swc-darwin": _dropped, ...packages } = soundPackages;
  expect(lockProblems({ packages }, manifest)).toEqual([
    "node_modules/next needs swc-darwin@16.0.0: not in the lock",
  ]);
});

test("a package that only another package's folder holds is missing", () => {
  const packages = { "node_modules/other": { version: "1.0.0", dependencies: { postcss: "8" } } };
  expect(problems(packages)).toEqual(["node_modules/other needs postcss@8: not in the lock"]);
});

test("the address of a registry is refused", () => {
  const resolved = "https://registry.example/next-16.0.0.tgz";
  const next = { ...soundPackages["node_modules/next"], resolved };
  expect(problems({ "node_modules/next": next })).toHaveLength(1);
});

test("a lock of other dependencies or of another version is out of step", () => {
  expect(problems({}, { ...manifest, version: "1.1.0" })).toHaveLength(1);
  expect(problems({}, { ...manifest, dependencies: { next: "16.0.1" } })).toHaveLength(1);
  expect(problems({}, { ...manifest, devDependencies: { knip: "6" } })).toHaveLength(1);
});

test("a production package must run on the oldest and the newest promised Node", () => {
  const engines = { node: ">=22" };
  expect(problems({ "node_modules/x": { version: "1.0.0", engines } })).toEqual([
    "node_modules/x asks for Node >=22, not 20.19.0",
  ]);
  expect(problems({ "node_modules/x": { version: "1.0.0", engines, dev: true } })).toEqual([]);
});
