import type { Kind } from "@/lib/domain/kind";

/**
 * The types of Conventional Commits (conventionalcommits.org) and what teams add to them.
 * `style` is white space and semicolons; a revert undoes, so it is upkeep and not what it undoes.
 */
export const kindOfCommitType: ReadonlyMap<string, Kind> = new Map([
  ["feat", "new_feature"],
  ["feature", "new_feature"],
  ["enhancement", "enhancement"],
  ["improvement", "enhancement"],
  ["fix", "bug"],
  ["bugfix", "bug"],
  ["hotfix", "bug"],
  ["revert", "chore"],
  ["security", "security"],
  ["docs", "documentation"],
  ["doc", "documentation"],
  ["style", "chore"],
  ["chore", "chore"],
  ["refactor", "refactor"],
  ["refact", "refactor"],
  ["perf", "performance"],
  ["test", "test"],
  ["tests", "test"],
  ["build", "build"],
  ["ci", "build"],
  ["deps", "dependency"],
  ["dep", "dependency"],
  ["cleanup", "cleanup"],
  ["deprecate", "deprecation"],
] as const);

/** `chore(deps): …` is a dependency whatever stands before the bracket. */
export const dependencyScope = /^(?:dev-?|peer-?)?dep(?:s|endenc(?:y|ies))(?:-[a-z]+)?$/;

/** With `chore` and `fix`, these scopes say more than the type does. */
export const kindOfChoreScope: ReadonlyMap<string, Kind> = new Map([
  ["docs", "documentation"],
  ["doc", "documentation"],
  ["readme", "documentation"],
  ["test", "test"],
  ["tests", "test"],
  ["ci", "build"],
  ["build", "build"],
] as const);

/** Kinds a written-out prefix may name ("Bug: …", "[Docs] …"): others open ordinary sentences. */
export const kindsOfPrefixes: ReadonlySet<Kind> = new Set([
  ...(["new_feature", "enhancement", "bug", "security", "dependency", "documentation"] as const),
  ...(["test", "performance", "chore", "refactor", "cleanup", "deprecation"] as const),
  ...(["flaky_test", "debt", "question", "discussion"] as const),
]);

/** "Error: cannot read …" quotes a message, "Document: …" names a part: no prefixes. */
export const notPrefixes: ReadonlySet<string> = new Set([
  ...["error", "problem", "request", "fault", "document", "functionality", "slow", "hang", "speed"],
  ...["query", "help", "opinion", "poll", "clean", "hack", "typo", "incident", "funktion", "dep"],
]);

/** Gitmoji (gitmoji.dev) that are used for little else at the head of a title. */
export const kindOfGitmoji: ReadonlyMap<string, Kind> = new Map([
  ["✨", "new_feature"],
  [":sparkles:", "new_feature"],
  ["🐛", "bug"],
  [":bug:", "bug"],
  ["🚑", "bug"],
  [":ambulance:", "bug"],
  ["♻", "refactor"],
  [":recycle:", "refactor"],
  ["📝", "documentation"],
  [":memo:", "documentation"],
  ["⬆", "dependency"],
  [":arrow_up:", "dependency"],
] as const);
