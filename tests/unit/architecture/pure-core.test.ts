import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const pureFolders = [
  "domain",
  "classify",
  "balance",
  "agreements",
  "plan",
  "meetings",
  "contracts",
];
/** What reads the clock, chance or the environment without an import to be caught by. */
const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(|\bprocess\.env\b|\bfetch\(/;

function filesIn(folder: string): string[] {
  const root = path.resolve(import.meta.dirname, "../../..", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(root, name));
}

function filesMatching(files: string[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(file, "utf8")));
}

test("the pure core reads no clock, chance, environment or network", () => {
  const files = filesIn("lib").filter((file) =>
    pureFolders.some((folder) => file.includes(`${path.sep}lib${path.sep}${folder}${path.sep}`)),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(filesMatching(files, impure)).toEqual([]);
});

test("lib/env.ts alone reads the settings", () => {
  const files = ["app", "components", "db", "lib"].flatMap(filesIn);
  const readers = filesMatching(files, /\bprocess\.env\b/);
  expect(readers.filter((file) => !file.endsWith(path.join("lib", "env.ts")))).toEqual([]);
});
