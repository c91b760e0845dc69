import { randomBelow } from "@/lib/classify/model/fit-margin";
import type { CorpusRow } from "./corpus";

/**
 * Openings that the definitions in lib/domain settle, whatever the public labels say: `*` stands for
 * what the work is about. Public labels mix rewrite and tech debt, and hardly know titles of either.
 */
const openings = {
  rewrite: [
    ...["Refactor *", "Refactoring of *", "Refactor * into smaller parts", "Restructure *"],
    ...["Rewrite *", "Rewrite * from scratch", "Rewrite * in TypeScript", "Rewrite * in Rust"],
    ...[
      "Reimplement *",
      "Re-implement * on top of the new API",
      "Rework *",
      "Redesign internals of *",
    ],
    ...["Migrate *", "Migrate * to TypeScript", "Migrate * from one library to another"],
    ...[
      "Migration of * to the new platform",
      "Port *",
      "Port * to Kotlin",
      "Port * to the new API",
    ],
    ...["Convert * to hooks", "Convert * to async/await", "Convert * to ES modules"],
    ...["Switch * from callbacks to promises", "Move * to a separate module", "Extract *"],
    ...["Move * to its own package", "Extract * into a service", "Split * into modules"],
    ...["Replace * with a new implementation", "Replace custom * with a library"],
    ...["Modernize *", "Overhaul *", "Re-architect *", "Decouple *", "Modularize *"],
    ...["Reorganize *", "Consolidate *", "Unify *", "Simplify the design of *", "Rename *"],
    ...["Move away from *", "Use a shared abstraction for *", "Introduce an interface for *"],
  ],
  tech_debt: [
    ...["Clean up *", "Cleanup *", "Clean-up of *", "Code cleanup: *", "Tidy up *", "Tech debt: *"],
    ...["Technical debt in *", "Pay down technical debt in *", "Remove dead code in *"],
    ...["Remove unused *", "Remove unused code from *", "Delete unused *", "Remove obsolete *"],
    ...["Remove deprecated *", "Stop using deprecated *", "Replace deprecated calls in *"],
    ...[
      "Replace use of deprecated *",
      "Get rid of *",
      "Get rid of the hack in *",
      "Remove hack for *",
    ],
    ...[
      "Remove workaround for *",
      "Drop legacy *",
      "Remove legacy *",
      "Remove duplicated code in *",
    ],
    ...[
      "Duplicate code in *",
      "Avoid code duplication in *",
      "Resolve TODO in *",
      "Address TODOs in *",
    ],
    ...["Fix flaky test *", "Flaky test: *", "Flaky *", "* is flaky", "Deflake *"],
    ...[
      "Fix code smells in *",
      "Code smell in *",
      "Fix compiler warnings in *",
      "Fix lint warnings in *",
    ],
    ...["Hardcoded * should be removed", "Remove hard-coded *", "Magic numbers in *"],
    ...["Temporary fix in * should be replaced", "Remove temporary *", "* is poorly structured"],
    ...["Improve code quality of *", "Improve readability of *", "* is hard to maintain"],
    ...["Remove redundant *", "Remove unnecessary *", "Unused imports in *", "Leftovers of *"],
  ],
} as const;

const textsEach = 25;

/**
 * Titles made of each opening and what real titles are about, as if from `definitions` of their own.
 * The same rows give the same texts.
 */
export function definitionTexts(rows: readonly CorpusRow[]): CorpusRow[] {
  const subjects = rows.filter(({ source }) => source === "commit").flatMap(subjectOf);
  if (subjects.length === 0) return [];
  const random = randomBelow(1);
  const texts: CorpusRow[] = [];
  for (const category of ["rewrite", "tech_debt"] as const) {
    openings[category].forEach((opening, index) => {
      for (let count = 0; count < textsEach; count += 1) {
        const subject = subjects[random(subjects.length)] ?? "";
        const title = opening.replace("*", subject);
        const repository = `definitions ${index % 10}`;
        texts.push({
          source: "definition",
          repository,
          title,
          body: "",
          category,
          raw: "definition",
        });
      }
    });
  }
  return texts;
}

/** The last words of a title of four to ten words: mostly what it is about. */
function subjectOf({ title }: CorpusRow): string[] {
  const words = title.split(/\s+/);
  if (words.length < 4 || words.length > 10) return [];
  return [words.slice(-(1 + (words.length % 3))).join(" ")];
}

const debt =
  /\b(?:clean(?:ed|ing)?[ -]?ups?|tidy|tech(?:nical)? debt|dead code|unused|obsolete|deprecated|legacy|hacks?|workarounds?|todos?|fixmes?|flak(?:y|iness)|deflake|code smells?|duplicated? code|leftovers?|redundant|unnecessary|(?:compiler|lint|eslint|clang|javac) warnings?)\b/i;
const rewrite =
  /\b(?:re-?factor\w*|rewrit(?:e|ing|ten)|re-?implement\w*|restructur\w*|re-?architect\w*|migrat(?:e|es|ed|ing|ion)|port(?:ed|ing)? .{1,40}\bto|moderni[sz]\w+|overhaul\w*|decoupl\w+)\b/i;
const upgrade = /\b(?:upgrade|update|bump)\w*\b.{0,60}\b(?:to|version|dependenc\w+|v?\d+\.\d)/i;

/**
 * What the definitions make of a row's label; null where they leave it open. Only upkeep is judged
 * anew: whether something was a feature, its own people know better.
 */
export function categoryByDefinition({ category, title, source, raw }: CorpusRow) {
  if (category === "feature" || source === "definition") return category;
  if (raw === "fix" || raw === "bug" || raw === "docs" || raw === "deps") return category;
  const isDebt = debt.test(title);
  const isRewrite = rewrite.test(title);
  if (isDebt && isRewrite) return category;
  if (isRewrite) return "rewrite";
  if (isDebt) return "tech_debt";
  return category === "tech_debt" && upgrade.test(title) ? null : category;
}
