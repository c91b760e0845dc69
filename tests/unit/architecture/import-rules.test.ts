import { describe, expect, test } from "vitest";
import configuration from "@/.dependency-cruiser.mjs";
import { checkImports } from "@/scripts/checks/import-rules.mjs";
import { temporaryFolder, writeTree } from "@/tests/setup/temporary-folder";
import { importing, projectTree } from "./project-tree";

/** Folder the planted file goes to, what it imports, the rule that must name it. */
const plants: [folder: string, target: string, rule: string][] = [
  ["lib/domain", "react", "domain"],
  ["lib/domain", "node:fs", "domain"],
  ["lib/domain", "@/lib/errors", "domain"],
  ["lib/domain", "@/lib/contracts/items", "domain"],
  ...["classify", "balance", "agreements", "forecast", "rights", "contracts"].flatMap(
    (layer): [string, string, string][] => [
      [`lib/${layer}`, "next", "pure-core"],
      [`lib/${layer}`, "react", "pure-core"],
      [`lib/${layer}`, "drizzle-orm", "pure-core"],
      [`lib/${layer}`, "@/db/client", "pure-core"],
      [`lib/${layer}`, "@/lib/env", "pure-core"],
      [`lib/${layer}`, "undici", "pure-core"],
      [`lib/${layer}`, "node:fs", "pure-core"],
      [`lib/${layer}`, "node:net", "pure-core"],
    ],
  ),
  ["lib/connectors/github", "@/db/client", "connector"],
  ["lib/connectors/github", "@/lib/connectors/jira/connector", "connector"],
  ["lib/connectors/github", "@/lib/classify/label", "connector"],
  ["lib/connectors/github", "drizzle-orm", "connector"],
  ["lib/connectors", "@/db/client", "connector-base"],
  ["lib/connectors", "@/lib/classify/label", "connector-base"],
  ["db", "@/lib/balance/buckets", "db"],
  ["db", "@/lib/sync/run", "db"],
  ["db", "@/lib/services/get-balance", "db"],
  ["db/queries", "next", "db"],
  ["lib/sync", "@/lib/services/get-balance", "sync"],
  ["lib/sync", "@/lib/contracts/items", "sync"],
  ["lib/sync", "next", "sync"],
  ["lib/identity", "@/lib/services/get-balance", "identity"],
  ["lib/identity", "drizzle-orm", "identity"],
  ["lib/mail", "@/lib/services/get-balance", "mail"],
  ["lib/mail", "@/db/client", "mail"],
  ["lib/services", "drizzle-orm", "services"],
  ["lib/services", "@/components/ui/button", "services"],
  ["lib/services", "@/app/page", "services"],
  ["lib/services", "@/lib/connectors/github/connector", "services"],
  ["components/items", "@/db/client", "components"],
  ["components/items", "@/lib/services/get-balance", "components"],
  ["components/items", "@/lib/sync/run", "components"],
  ["components/items", "@/lib/connectors/connector", "components"],
  ["components/items", "@/app/page", "components"],
  ["components/items", "@/lib/env", "components"],
  ["components/items", "node:fs", "components"],
  ["components/items", "drizzle-orm", "components-packages"],
  ["components/items", "pino", "components-packages"],
  ["app/api", "@/db/schema/items", "app"],
  ["app/api", "@/db/queries/balance", "app"],
  ["app/api", "@/db/client", "app"],
  ["app/api", "@/lib/connectors/github/connector", "app"],
  ["app/api", "@/lib/sync/run", "app"],
  ["app/api", "@/lib/env", "app"],
  ["app/api", "drizzle-orm", "app-packages"],
  ["app/_server", "@/db/schema/items", "app-wiring"],
  ["app/_server", "@/db/queries/balance", "app-wiring"],
  ["app/_server", "@/components/ui/button", "app-wiring"],
  ["app/_server", "@/lib/connectors/github/connector", "wiring-connectors"],
  ["app/_server", "postgres", "app-packages"],
  ["lib", "@/db/client", "standalone-lib"],
  ["lib", "@/lib/services/get-balance", "standalone-lib"],
  ["lib/services", "vitest", "no-tools-in-product"],
  ["lib/services", "undeclared", "no-undeclared-package"],
  ["lib/services", "@/lib/services/nowhere", "no-unresolvable"],
  ["lib/services", "@/tests/unit/a.test", "no-tests-in-product"],
];

describe("the import table", () => {
  test("a project that keeps to it passes", async () => {
    const report = await checkImports(projectTree());
    expect(report.violations).toEqual([]);
    expect(report.imports).toBeGreaterThan(20);
  });

  test("each planted violation is named by the rule it breaks", async () => {
    const planted = plants.map(([folder, target], index) => [
      `${folder}/planted-${index}.ts`,
      importing(target),
    ]);
    const { violations } = await checkImports(projectTree(Object.fromEntries(planted)));
    const missed = plants.filter(
      ([folder, , rule], index) =>
        !violations.some((line) => line.startsWith(`${rule}: ${folder}/planted-${index}.ts → `)),
    );
    expect(missed).toEqual([]);
  });

  test("a type-only import breaks a rule like any other", async () => {
    const file = 'import type { Items } from "@/db/schema/items";\nexport type Rows = Items[];\n';
    const { violations } = await checkImports(projectTree({ "components/rows.ts": file }));
    expect(violations).toEqual(["components: components/rows.ts → db/schema/items.ts"]);
  });

  test("two files that import each other are a circle", async () => {
    const circle = { "lib/balance/a.ts": importing("./b"), "lib/balance/b.ts": importing("./a") };
    const { violations } = await checkImports(projectTree(circle));
    expect(violations.join()).toMatch(/no-circular: lib\/balance\/a\.ts/);
  });

  test("every rule has a planted violation", () => {
    const planted = new Set([...plants.map(([, , rule]) => rule), "no-circular"]);
    const rules = configuration.forbidden?.map(({ name }) => name) ?? [];
    expect(rules.filter((name) => name && !planted.has(name))).toEqual(["env"]);
  });

  test("lib/env.ts reaches no layer", async () => {
    const tree = projectTree({ "lib/env.ts": importing("@/lib/balance/buckets") });
    expect((await checkImports(tree)).violations).toEqual([
      "env: lib/env.ts → lib/balance/buckets.ts",
    ]);
  });

  test("a check that read no TypeScript is an error, not a pass", async () => {
    const root = temporaryFolder();
    writeTree(root, { "lib/a.mjs": "export {};\n", "package.json": "{}" });
    await expect(checkImports(root)).rejects.toThrow("read no TypeScript module");
  });
});
