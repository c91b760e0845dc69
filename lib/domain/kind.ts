import type { Category } from "./category";

/**
 * The finer words of the drill-down, each with the category it counts for unless a product maps it
 * elsewhere. An improvement to an existing feature is `feature`; a bug in it is `maintenance`.
 * Rewrite replaces or restructures something that works; tech debt pays down a known shortcut.
 */
export const defaultCategoryOfKind = {
  new_feature: "feature",
  enhancement: "feature",
  bug: "maintenance",
  security: "maintenance",
  dependency: "maintenance",
  documentation: "maintenance",
  test: "maintenance",
  build: "maintenance",
  performance: "maintenance",
  support: "maintenance",
  chore: "maintenance",
  refactor: "rewrite",
  migration: "rewrite",
  reimplementation: "rewrite",
  cleanup: "tech_debt",
  deprecation: "tech_debt",
  flaky_test: "tech_debt",
  debt: "tech_debt",
  question: "excluded",
  discussion: "excluded",
  duplicate: "excluded",
  invalid: "excluded",
  wont_do: "excluded",
} as const satisfies Record<string, Category>;

export type Kind = keyof typeof defaultCategoryOfKind;

/** Keys of an object literal are its kinds, in the order written above. */
export const kinds = Object.keys(defaultCategoryOfKind) as [Kind, ...Kind[]];
