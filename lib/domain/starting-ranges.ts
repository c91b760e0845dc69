import type { StageSuggestion } from "./agreement";

export type StartingRange = {
  name: string;
  /** What a product is about in it. */
  meaning: string;
  /** Percent of new features to begin the talk with; the rest is upkeep. */
  feature: { least: number; most: number };
};

/** Starting points to negotiate, no more: ours, placed around the published figures below. */
export const startingRanges: Record<StageSuggestion, StartingRange> = {
  explore: {
    name: "Explore",
    meaning: "Finding out what users need: much is thrown away, so little is worth polishing.",
    feature: { least: 75, most: 90 },
  },
  expand: {
    name: "Expand",
    meaning:
      "It works for some, and more are to come: growth needs features and a base to carry it.",
    feature: { least: 55, most: 70 },
  },
  mature: {
    name: "Mature",
    meaning: "Many rely on it: keeping promises takes as much as making new ones.",
    feature: { least: 40, most: 55 },
  },
  recovery: {
    name: "Recovery or rewrite",
    meaning: "What was put off is paid back: features wait, and both sides say until when.",
    feature: { least: 10, most: 30 },
  },
  sunset: {
    name: "Sunset",
    meaning: "It is on its way out: what is there keeps working, nothing is added.",
    feature: { least: 0, most: 10 },
  },
};

export type RangeSource = { who: string; says: string; url: string };

/** Where such figures were published, and what they say in our words. */
export const rangeSources: readonly RangeSource[] = [
  {
    who: "The Balance framework (Swarmia, 2022)",
    says: "About 60% new things, 20% improving what exists and 20% productivity to start with; the shares of real teams drifted by 15 to 25 points.",
    url: "https://www.swarmia.com/blog/balancing-engineering-investments/",
  },
  {
    who: "GitLab, cross-functional prioritization",
    says: "60% features and usability to 40% maintenance, security and bugs as a goal for the whole; by the maturity of an area each team's may differ.",
    url: "https://handbook.gitlab.com/handbook/engineering/cross-functional-prioritization",
  },
  {
    who: "Shopify, the 25 percent rule",
    says: "A quarter of the time for technical debt: 10% as it is met, 10% planned by the week, 5% for what takes months.",
    url: "https://shopify.engineering/technical-debt-25-percent-rule",
  },
  {
    who: "Marty Cagan, Engineering Wants to Rewrite (2007)",
    says: "Product management takes about 20% of the capacity off the top and gives it to engineering as headroom; less is optimistic.",
    url: "https://www.svpg.com/engineering-wants-to-rewrite/",
  },
  {
    who: "Mik Kersten, the Flow Framework",
    says: "Features, defects, risks and debt are watched as four kinds of work that compete for one capacity; no number is given for any.",
    url: "https://flowframework.org/",
  },
];
