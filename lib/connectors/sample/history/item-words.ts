import type { Kind } from "@/lib/domain/kind";
import type { Random } from "./random";

/** What the team calls a kind: at first as GitHub offers it, later as it agreed. */
const labelsOfKind: Partial<Record<Kind, { first: string; later: string }>> = {
  new_feature: { first: "feature", later: "kind/feature" },
  enhancement: { first: "enhancement", later: "kind/enhancement" },
  bug: { first: "bug", later: "kind/bug" },
  security: { first: "security", later: "type: security" },
  dependency: { first: "dependencies", later: "dependencies" },
  documentation: { first: "documentation", later: "kind/docs" },
  test: { first: "tests", later: "kind/test" },
  build: { first: "ci", later: "area: ci" },
  performance: { first: "performance", later: "kind/performance" },
  chore: { first: "chore", later: "chore" },
  refactor: { first: "refactoring", later: "kind/refactor" },
  migration: { first: "migration", later: "kind/migration" },
  reimplementation: { first: "rewrite", later: "kind/rewrite" },
  cleanup: { first: "cleanup", later: "kind/cleanup" },
  debt: { first: "tech debt", later: "technical-debt" },
  deprecation: { first: "deprecation", later: "kind/deprecation" },
  flaky_test: { first: "flaky test", later: "kind/flake" },
  question: { first: "question", later: "question" },
  duplicate: { first: "bug", later: "kind/bug" },
  wont_do: { first: "enhancement", later: "kind/enhancement" },
};

const prefixOfKind: Partial<Record<Kind, string>> = {
  new_feature: "feat",
  enhancement: "feat",
  bug: "fix",
  documentation: "docs",
  test: "test",
  build: "ci",
  performance: "perf",
  chore: "chore",
  refactor: "refactor",
};

const sideLabels = [
  "priority/high",
  "priority/low",
  "customer",
  "good first issue",
  "needs design",
];

/** What an item says about itself: words that tell its kind, or none that do. */
export type ItemWords = { title: string; labels: string[]; type: string | null };

type Subject = { kind: Kind; partName: string; title: string; progress: number };

/** From here on the organisation uses GitHub's issue types. */
const typesFrom = 0.8;
const agreedLabelsFrom = 0.32;

function nativeType(kind: Kind): string {
  if (kind === "bug" || kind === "duplicate") return "Bug";
  return kind === "new_feature" || kind === "enhancement" ? "Feature" : "Task";
}

function lowered(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function otherLabels(random: Random, partName: string): string[] {
  const labels = random.chance(0.45) ? [`area/${partName}`] : [];
  return random.chance(0.25) ? [...labels, random.pick(["customer", ...sideLabels])] : labels;
}

/** Labels most items, prefixes the title of some, and leaves about one in ten without a word. */
export function wordsFor({ kind, partName, title, progress }: Subject, random: Random): ItemWords {
  const labels = otherLabels(random, partName);
  const prefix = prefixOfKind[kind];
  // A bot's title always says what it is, and a question is one whatever it is called.
  if (kind !== "dependency" && random.chance(0.115)) return { title, labels, type: null };
  if (prefix && progress > agreedLabelsFrom && random.chance(0.12)) {
    return { title: `${prefix}(${partName}): ${lowered(title)}`, labels, type: null };
  }
  const names = labelsOfKind[kind];
  const later = progress > agreedLabelsFrom && random.chance(0.85);
  const label = later ? names?.later : names?.first;
  const typed = progress > typesFrom && kind !== "question" && random.chance(0.6);
  return {
    title: kind === "bug" && !later && random.chance(0.08) ? `[Bug] ${title}` : title,
    labels: label ? [label, ...labels] : labels,
    type: typed ? nativeType(kind) : null,
  };
}
