/**
 * The import table of the design, one rule a row: whatever a row does not list is forbidden.
 * Paths are relative to the project's root; packages stand under node_modules; Node's own modules
 * are bare names. `npm run verify` and the architecture tests both read this file.
 */

/** @param {...string} names a scope ends with `/` */
const packages = (...names) =>
  names.map((name) => `^node_modules/(@types/)?${name}${name.endsWith("/") ? "" : "(/|$)"}`);

const nodeModules =
  "^(node:)?(async_hooks|buffer|crypto|dns|events|fs|net|os|path|stream|timers|url|util|worker_threads|zlib)(/|$)";
const domain = "^lib/domain/";
const errors = "^lib/errors\\.ts$";
const contracts = "^lib/contracts/";
const pureCore = "^lib/(classify|balance|agreements|forecast|plan|meetings|rights)/";
const wiring = "^(app/_server/|instrumentation[^/]*\\.ts$)";
/** Values and time zones without I/O: what pure code may use beside its own. */
const purePackages = packages("zod", "temporal-polyfill", "re2js");
const serverPackages = packages(
  "drizzle-orm",
  "drizzle-kit",
  "postgres",
  "@electric-sql/",
  "@octokit/",
  "undici",
  "ipaddr\\.js",
  "pino",
  "pg-boss",
  "nodemailer",
);
const databasePackages = packages("drizzle-orm", "postgres", "@electric-sql/");

/**
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} allowed
 * @param {string} comment
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: [...allowed] },
});

/**
 * @param {string} name
 * @param {{ path: string, pathNot?: string }} from
 * @param {readonly string[]} forbidden
 * @param {string} comment
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
const never = (name, from, forbidden, comment) => ({
  name,
  comment,
  severity: "error",
  from,
  to: { path: [...forbidden] },
});

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const layers = [
  only("domain", domain, [domain, ...packages("zod")], "lib/domain imports zod alone."),
  only(
    "pure-core",
    "^lib/((classify|balance|agreements|forecast|plan|meetings|rights|contracts)/|errors\\.ts$)",
    [domain, errors, contracts, pureCore, ...purePackages],
    "The pure core imports itself, domain and zod: no framework, database, network, clock, settings.",
  ),
  only(
    "env",
    "^lib/env\\.ts$",
    [domain, errors, nodeModules, ...packages("zod")],
    "lib/env.ts reads the settings and knows nothing else.",
  ),
  only(
    "connector",
    "^lib/connectors/([^/]+)/",
    [
      "^lib/connectors/$1/",
      "^lib/connectors/[^/]+\\.ts$",
      domain,
      errors,
      nodeModules,
      ...packages("zod", "@octokit/", "jira\\.js"),
    ],
    "A connector imports connector, http, domain and its vendor's client, never another connector.",
  ),
  only(
    "connector-base",
    "^lib/connectors/[^/]+\\.ts$",
    ["^lib/connectors/", domain, errors, nodeModules, ...packages("zod", "undici", "ipaddr\\.js")],
    "What connectors share imports no layer above domain.",
  ),
  only(
    "db",
    "^db/",
    [
      "^db/",
      domain,
      errors,
      "^lib/env\\.ts$",
      nodeModules,
      ...databasePackages,
      ...packages("zod"),
    ],
    "db imports domain, env, Drizzle and the drivers, nothing above it.",
  ),
  only(
    "sync",
    "^lib/sync/",
    [
      "^lib/sync/",
      "^lib/connectors/",
      "^db/",
      domain,
      errors,
      pureCore,
      nodeModules,
      ...purePackages,
      ...packages("pg-boss"),
    ],
    "lib/sync imports connectors, the pure core, db and the job queue, never services or contracts.",
  ),
  only(
    "identity",
    "^lib/identity/",
    [
      "^lib/identity/",
      "^db/",
      domain,
      errors,
      nodeModules,
      ...packages("better-auth", "jose", "zod"),
    ],
    "lib/identity puts Better Auth on our tables and knows nothing else.",
  ),
  only(
    "mail",
    "^lib/mail/",
    ["^lib/mail/", domain, nodeModules, ...packages("nodemailer")],
    "lib/mail hands mails to a server and knows nothing else.",
  ),
  only(
    "services",
    "^lib/services/",
    [
      "^lib/(services|sync|identity|mail)/",
      "^db/",
      domain,
      errors,
      contracts,
      pureCore,
      nodeModules,
      ...purePackages,
      ...packages("lru-cache", "ipaddr.js"),
    ],
    "Services import the pure core, contracts, sync and db: not Drizzle itself, no screen, no page.",
  ),
  only(
    "components",
    "^components/",
    ["^components/", domain, errors, contracts, pureCore, "^node_modules/"],
    "Components import contracts, domain, pure helpers and other components.",
  ),
  never(
    "components-packages",
    { path: "^components/" },
    serverPackages,
    "A component runs in the browser: no database, tracker or server package.",
  ),
  only(
    "app",
    "^app/(?!_server/)",
    [
      "^app/",
      "^components/",
      "^lib/services/",
      domain,
      errors,
      contracts,
      pureCore,
      nodeModules,
      "^node_modules/",
      "^package\\.json$",
    ],
    "Pages and routes import components, contracts and services.",
  ),
  only(
    "app-wiring",
    wiring,
    ["^(app/_server|lib)/", "^db/[^/]+\\.ts$", "^package\\.json$", nodeModules, "^node_modules/"],
    "Only app/_server and instrumentation put database, connectors and sync together.",
  ),
  never(
    "wiring-connectors",
    { path: wiring },
    ["^lib/connectors/[^/]+/"],
    "Wiring takes connectors from the registry, never one by itself.",
  ),
  never(
    "app-packages",
    { path: "^app/" },
    serverPackages.filter((name) => !name.includes("pino")),
    "Pages, routes and their wiring use no database, tracker or network package themselves.",
  ),
  only(
    "standalone-lib",
    "^lib/(?!(env|errors)\\.ts$)[^/]+\\.ts$",
    [domain, errors, "^lib/[^/]+\\.ts$", nodeModules, ...packages("zod", "pino")],
    "A file beside the layers imports none of them.",
  ),
];

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const health = [
  {
    name: "no-circular",
    comment: "Two files that need each other are one file, or hide a third.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-unresolvable",
    comment: "An import that leads nowhere.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "no-tools-in-product",
    comment: "The product runs without its development packages.",
    severity: "error",
    from: { path: "^(app|components|db|lib)/|^instrumentation" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-undeclared-package",
    comment: "A package that package.json does not name may be gone tomorrow.",
    severity: "error",
    from: { path: "^(app|components|db|lib|scripts|tests)/|^[^/]+\\.[cm]?[jt]s$" },
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  never(
    "no-tests-in-product",
    { path: "^(app|components|db|lib)/|^instrumentation" },
    ["^(tests|scripts)/"],
    "The product imports neither its tests nor its scripts.",
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [...layers, ...health],
  options: {
    // Excluding node_modules would blind the rules on packages: it is only not followed.
    doNotFollow: { path: "^node_modules/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
