import { temporaryFolder, writeTree } from "@/tests/setup/temporary-folder";

const packages = {
  dependencies: [
    "zod",
    "temporal-polyfill",
    "next",
    "react",
    "drizzle-orm",
    "postgres",
    "@electric-sql/pglite",
    "@octokit/rest",
    "jira.js",
    "undici",
    "pino",
    "recharts",
  ],
  devDependencies: ["vitest"],
};

/** One line of a file: the import statement alone decides. */
export function importing(target: string): string {
  return `import "${target}";\nexport const loaded = true;\n`;
}

/** A sound project of one file a layer, laid out as this one, with stand-ins for its packages. */
const soundFiles = {
  "package.json": JSON.stringify({
    name: "tree",
    version: "1.0.0",
    dependencies: versions(packages.dependencies),
    devDependencies: versions(packages.devDependencies),
  }),
  "lib/domain/category.ts": importing("zod"),
  "lib/errors.ts": "export const errors = true;\n",
  "lib/env.ts": importing("zod"),
  "lib/contracts/items.ts": importing("@/lib/domain/category"),
  "lib/classify/label.ts": importing("@/lib/errors"),
  "lib/balance/buckets.ts": importing("temporal-polyfill"),
  "lib/forecast/simulate.ts": importing("@/lib/balance/buckets"),
  "lib/agreements/answer.ts": importing("@/lib/balance/buckets"),
  "lib/connectors/connector.ts": importing("@/lib/domain/category"),
  "lib/connectors/http.ts": importing("undici"),
  "lib/connectors/github/connector.ts": importing("@octokit/rest"),
  "lib/connectors/github/mapper.ts": importing("@/lib/connectors/http"),
  "lib/connectors/jira/connector.ts": importing("jira.js"),
  "lib/connectors/registry.ts": importing("./jira/connector"),
  "db/client.ts": importing("@/lib/env"),
  "db/schema/items.ts": importing("drizzle-orm"),
  "db/queries/balance.ts": importing("@/db/schema/items"),
  "lib/sync/run.ts": `${importing("@/db/queries/balance")}import "@/lib/connectors/github/connector";\n`,
  "lib/services/get-balance.ts": `${importing("@/lib/sync/run")}import "@/db/queries/balance";\n`,
  "components/ui/button.tsx": importing("react"),
  "components/balance/chart.tsx": importing("recharts"),
  "app/page.tsx": `${importing("@/lib/services/get-balance")}import "@/components/balance/chart";\n`,
  "app/_server/context.ts": `${importing("@/db/client")}import "@/lib/connectors/registry";\n`,
  "instrumentation.ts": importing("@/app/_server/context"),
  "tests/unit/a.test.ts": importing("vitest"),
  "scripts/start.mjs": importing("next"),
};

function versions(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, "1.0.0"]));
}

function packageFiles(): Record<string, string> {
  const names = [...packages.dependencies, ...packages.devDependencies, "undeclared"];
  return Object.fromEntries(
    names.flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
      ],
      [`node_modules/${name}/index.js`, "module.exports = {};\n"],
    ]),
  );
}

/** Writes the sound project plus `planted` files into a folder that is gone after the test. */
export function projectTree(planted: Record<string, string> = {}): string {
  const root = temporaryFolder();
  writeTree(root, { ...soundFiles, ...packageFiles(), ...planted });
  return root;
}
