import { existsSync } from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import configuration from "../../.dependency-cruiser.mjs";

/** Everything that is held to the rules; what is not there yet is left out. */
const places = ["app", "components", "db", "lib", "scripts", "tests", "instrumentation.ts"];

/**
 * @typedef {object} ImportReport
 * @property {number} modules files of the project that were read
 * @property {number} imports imports found in them
 * @property {string[]} violations `rule: from → to`, sorted
 */

/**
 * Holds a folder tree to the import table of `.dependency-cruiser.mjs`.
 * @param {string} root absolute; its top level is laid out as this project's
 * @returns {Promise<ImportReport>}
 * @throws {Error} where no module or no import was read: a blind check must not pass
 */
export async function checkImports(root) {
  const result = await cruise(
    places.filter((place) => existsSync(path.join(root, place))),
    {
      ...configuration.options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden },
    },
    resolving(root),
  );
  if (typeof result.output === "string") throw new Error("The import check gave no report.");
  const own = result.output.modules.filter((module) => !module.source.includes("node_modules"));
  const typed = own.filter((module) => /\.tsx?$/.test(module.source));
  const imports = typed.reduce((sum, module) => sum + module.dependencies.length, 0);
  if (typed.length === 0 || imports === 0) {
    throw new Error("The import check read no TypeScript module: it would pass whatever there is.");
  }
  const violations = result.output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
  return { modules: own.length, imports, violations: [...new Set(violations)].sort() };
}

/**
 * `@/` is the root, as tsconfig.json says. The cast: dependency-cruiser fills in by itself the file
 * system and the flag that its type asks for.
 * @param {string} root
 */
function resolving(root) {
  /** @type {Partial<import("dependency-cruiser").IResolveOptions>} */
  const options = {
    ...configuration.options?.enhancedResolveOptions,
    alias: { "@": root },
    bustTheCache: true,
  };
  return /** @type {import("dependency-cruiser").IResolveOptions} */ (options);
}
