import { type Command, commandGroups } from "./commands";

/** The commands that hold every word of the query, in any case and without accents, by group. */
export function matchCommands(commands: Command[], query: string): Command[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const matching = commands.filter(({ group, name, also = "" }) => {
    const text = folded(`${group} ${name} ${also}`);
    return words.every((word) => text.includes(word));
  });
  return commandGroups.flatMap((group) => matching.filter((command) => command.group === group));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
