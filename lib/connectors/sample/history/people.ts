import type { HistoryItem } from "./history-item";
import type { Random } from "./random";

/** The team, in the order they joined; all invented. */
const team = [
  { login: "mara-lindqvist", from: 0 },
  { login: "tobi-okafor", from: 0 },
  { login: "jun-castellan", from: 0 },
  { login: "priya-verhoeven", from: 0 },
  { login: "sofie-brandt", from: 0.15 },
  { login: "diego-amsel", from: 0.3 },
  { login: "hana-kowal", from: 0.42 },
] as const;

/** Who hands in what others noticed. */
const desk = ["support-desk", "customer-success"] as const;

/** Someone who is on the team at `progress`. */
export function teamMember(random: Random, progress: number): string {
  const present = team.filter(({ from }) => from <= progress).map(({ login }) => login);
  return random.pick([team[0].login, ...present]);
}

/** How often the desk hands in something of this sort; what the code needs, it never sees. */
function shareOfDesk({ kind, side }: Pick<HistoryItem, "kind" | "side">): number {
  if (kind === "bug" || side === "aside") return 0.45;
  return side === "feature" ? 0.15 : 0;
}

/** Whoever opens an item. */
export function reporter(
  random: Random,
  progress: number,
  about: Pick<HistoryItem, "kind" | "side">,
): string {
  if (random.chance(shareOfDesk(about))) return random.pick(desk);
  return teamMember(random, progress);
}
