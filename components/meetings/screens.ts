/** The screens of a meeting in their order, each with its name in the list of them. */
export const screens = [
  "since",
  "balance",
  "moved",
  "settle",
  "flow",
  "what-if",
  "plan",
  "agree",
  "record",
] as const;
export type Screen = (typeof screens)[number];

export const screenNames: Record<Screen, string> = {
  since: "Since last time",
  balance: "The balance",
  moved: "What moved it",
  settle: "To settle",
  flow: "Debt and lead time",
  "what-if": "What if",
  plan: "The next plan",
  agree: "Propose and agree",
  record: "Record",
};

/** The screen `by` further on; the ends are ends. */
export function screenFrom(screen: Screen, by: number): Screen {
  const index = Math.min(screens.length - 1, Math.max(0, screens.indexOf(screen) + by));
  return screens[index] ?? screen;
}

const steps: Record<string, number> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };

/** How far a key leads; null where it means nothing here. */
export function stepOf(key: string): number | null {
  return steps[key] ?? null;
}

/** Where arrow keys have a meaning of their own. */
export const ownArrows =
  "input:not([type=checkbox]), textarea, select, [role=slider], [role=radio], [role=menu], [role=dialog], [role=listbox]";
