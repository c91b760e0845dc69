import { type Command, commandGroups } from "./commands";

/**
 * The commands that hold every word of the query, in any case and without accents, by group. Where
 * some hold them as beginnings of words, only those: who types "print" does not look for a sprint.
 */
export function matchCommands(commands: Command[], query: string): Command[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const texts = commands.map((command) => {
    const { group, name, also = "" } = command;
    return { command, text: ` ${folded(`${group} ${name} ${also}`)}` };
  });
  const holding = (before: string) =>
    texts
      .filter(({ text }) => words.every((word) => text.includes(before + word)))
      .map(({ command }) => command);
  const begun = holding(" ");
  const matching = begun.length > 0 ? begun : holding("");
  return commandGroups.flatMap((group) => matching.filter((command) => command.group === group));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
