import type { Category } from "./category";
import type { Kind } from "./kind";

/** Something two reasonable people file differently, and where it belongs here. */
export type HardCase = { item: string; answer: Category; why: string };

export type CategoryDefinition = {
  /** One sentence that decides. */
  test: string;
  examples: readonly string[];
  hardCases: readonly HardCase[];
};

/** What each category means: what a person, a rule and the text model are all held to. */
export const categoryDefinitions: Record<Category, CategoryDefinition> = {
  feature: {
    test: "Afterwards a user can do something new, or do something better than was ever promised.",
    examples: [
      "Export the balance as CSV",
      "Dark mode",
      "Let admins invite several people at once",
    ],
    hardCases: [
      {
        item: "Sort the list of exports by date",
        answer: "feature",
        why: "An improvement to an existing feature is a feature: it was never promised before.",
      },
      {
        item: "The export leaves out the last row",
        answer: "maintenance",
        why: "A bug in a feature is maintenance, however young the feature is.",
      },
      {
        item: "Public API for plug-ins",
        answer: "feature",
        why: "Developers are users too where they are whom it is built for.",
      },
    ],
  },
  maintenance: {
    test: "It keeps what exists working as promised: nothing new, nothing built differently.",
    examples: ["Totals are wrong after midnight", "Bump zod to 4.6", "Explain tokens in the guide"],
    hardCases: [
      {
        item: "The list takes ten seconds to open",
        answer: "maintenance",
        why: "What got slow is repaired; a new design for it would be a rewrite.",
      },
      {
        item: "Add tests for the importer",
        answer: "maintenance",
        why: "Tests are upkeep. Making a flaky one reliable pays down debt.",
      },
      {
        item: "Update to the next major version of the framework",
        answer: "maintenance",
        why: "A dependency. Where code has to be moved to another way of working, it is a migration.",
      },
    ],
  },
  rewrite: {
    test: "It replaces or restructures something that works, and users should notice nothing.",
    examples: ["Refactor the mapper", "Migrate from Redux to Zustand", "Port the agent to Rust"],
    hardCases: [
      {
        item: "Rewrite the editor, with comments",
        answer: "rewrite",
        why: "The larger part decides; what is new deserves an item of its own.",
      },
      {
        item: "Extract the parser and delete its old copies",
        answer: "rewrite",
        why: "Restructuring is the work, and deleting is how it ends.",
      },
    ],
  },
  tech_debt: {
    test: "It pays down a shortcut that somebody took and knows of.",
    examples: ["Remove dead code", "Stop using the deprecated client", "Login test is flaky"],
    hardCases: [
      {
        item: "Remove the workaround for Safari 14",
        answer: "tech_debt",
        why: "Structure stays as it is; a known shortcut goes.",
      },
      {
        item: "Replace the deprecated client by the new one everywhere",
        answer: "tech_debt",
        why: "Calls are exchanged one for one. Where the design changes with them, it is a rewrite.",
      },
    ],
  },
  excluded: {
    test: "Nobody worked on it, or nothing was to be done.",
    examples: ["How do I set a token?", "Duplicate of #12", "Closed as not planned"],
    hardCases: [
      {
        item: "Question that ended in a fix",
        answer: "maintenance",
        why: "Work was done: the item that records it counts, this one if there is no other.",
      },
    ],
  },
};

/** The finer words, each in one sentence. */
export const kindDefinitions: Record<Kind, { name: string; meaning: string }> = {
  new_feature: { name: "New feature", meaning: "Users can do what they could not do before." },
  enhancement: {
    name: "Enhancement",
    meaning: "An existing feature does more, or does it better.",
  },
  bug: { name: "Bug", meaning: "Something does not do what was promised." },
  security: { name: "Security", meaning: "A weakness that could be abused is closed." },
  dependency: { name: "Dependency", meaning: "Other people's code is brought up to date." },
  documentation: { name: "Documentation", meaning: "What is written about the product." },
  test: { name: "Test", meaning: "Tests are added or follow a change." },
  build: { name: "Build", meaning: "How the product is built, checked and delivered." },
  performance: { name: "Performance", meaning: "The same, with less time or memory." },
  support: { name: "Support", meaning: "Helping somebody use what is there." },
  chore: {
    name: "Chore",
    meaning: "Routine that changes nothing for anybody: versions, releases.",
  },
  refactor: { name: "Refactoring", meaning: "Working code gets another structure." },
  migration: { name: "Migration", meaning: "Working code or data moves to another foundation." },
  reimplementation: { name: "Reimplementation", meaning: "Working code is written again." },
  cleanup: { name: "Clean-up", meaning: "What nobody needs any more goes away." },
  deprecation: { name: "Deprecation", meaning: "Calls that will stop working are left behind." },
  flaky_test: { name: "Flaky test", meaning: "A test that fails by chance becomes reliable." },
  debt: { name: "Debt", meaning: "Another known shortcut is paid down." },
  question: { name: "Question", meaning: "Somebody asks; nothing is to be built." },
  discussion: { name: "Discussion", meaning: "Opinions are gathered before there is work." },
  duplicate: { name: "Duplicate", meaning: "Another item says the same and counts." },
  invalid: { name: "Invalid", meaning: "It was no matter for this product." },
  wont_do: { name: "Won't do", meaning: "It was decided not to do it." },
};
