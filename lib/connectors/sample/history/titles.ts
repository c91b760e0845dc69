import type { Kind } from "@/lib/domain/kind";
import { type Part, parts } from "./parts";
import type { Random } from "./random";
import { titleSlots, titleTemplates } from "./title-templates";

/** The same words twice in three years happen to real people too; more often looks made up. */
const mostRepeats = 2;
const mostTries = 40;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function fill(template: string, part: Part, random: Random): string {
  const [major, minor] = [1 + Math.floor(random.next() * 9), Math.floor(random.next() * 20)];
  const patch = Math.floor(random.next() * 9);
  const slots: Record<string, string> = {
    part: part.name,
    other: random.pick(parts).name,
    thing: random.pick(part.things),
    from: `${major}.${minor}.${patch}`,
    to: random.chance(0.3) ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`,
  };
  for (const [name, values] of Object.entries(titleSlots)) slots[name] = random.pick(values);
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = slots[name.toLowerCase()] ?? "";
    return name === name.toLowerCase() ? value : capitalised(value);
  });
}

/** Writes titles for items of a kind in a part of the product, hardly ever the same one again. */
export function createTitleWriter(random: Random): (kind: Kind, part: Part) => string {
  const used = new Map<string, number>();
  return (kind, part) => {
    const templates = titleTemplates[kind] ?? titleTemplates.enhancement;
    let title = "";
    for (let tries = 0; tries < mostTries; tries += 1) {
      title = fill(random.pick(templates), part, random);
      if ((used.get(title) ?? 0) < mostRepeats) break;
    }
    used.set(title, (used.get(title) ?? 0) + 1);
    return title;
  };
}
