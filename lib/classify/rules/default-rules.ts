import type { RuleSet } from "./rule-set";

/**
 * What every product begins with, as its version 0. What is conventional across trackers (types,
 * labels, title prefixes) is read by the lexicon after it; here stands what a team may see otherwise.
 * A changed set needs another classifier version, as a changed lexicon does.
 */
export const defaultRuleSet: RuleSet = {
  format: "backlog-balance/rules",
  formatVersion: 1,
  rules: [
    {
      id: "dependency-bots",
      name: "Dependency bots",
      enabled: true,
      when: {
        field: "author",
        is: [
          "dependabot[bot]",
          "dependabot-preview[bot]",
          "renovate[bot]",
          "renovate-bot",
          "greenkeeper[bot]",
          "depfu[bot]",
          "pyup-bot",
          "snyk-bot",
        ],
      },
      decide: { action: "classify", kind: "dependency" },
    },
    {
      id: "translation-bots",
      name: "Translations by bots",
      enabled: true,
      when: { field: "author", is: ["weblate", "transifex-integration[bot]", "crowdin-bot"] },
      decide: { action: "classify", kind: "documentation" },
    },
    {
      id: "release-automation",
      name: "Releases by bots",
      enabled: true,
      when: {
        all: [
          { field: "author", is: ["github-actions[bot]", "release-please[bot]", "changeset-bot"] },
          {
            field: "title",
            matches: "^(chore(\\(.*\\))?: )?(release|version packages|bump version)",
          },
        ],
      },
      decide: { action: "classify", kind: "chore" },
    },
  ],
  kinds: {},
  modelThreshold: 0.8,
};
