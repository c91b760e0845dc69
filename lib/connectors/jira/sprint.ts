import { z } from "zod";

const sprintSchema = z.object({ name: z.string(), state: z.string().nullish() });
type Sprint = z.infer<typeof sprintSchema>;

/** The name of the sprint an issue is in, or was in last; null for none. Takes both encodings. */
export function currentSprint(value: unknown): string | null {
  const sprints = (Array.isArray(value) ? value : [value]).flatMap(readSprint);
  const active = sprints.findLast(({ state }) => state?.toLowerCase() === "active");
  return (active ?? sprints.at(-1))?.name ?? null;
}

function readSprint(value: unknown): Sprint[] {
  if (typeof value === "string") return readWrittenOut(value);
  const parsed = sprintSchema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

/**
 * Data Center writes the Java object out: `…Sprint@1f[id=1,state=CLOSED,name=May, part 2,startDate=…]`.
 * A name may hold commas: it ends where the next attribute begins.
 */
function readWrittenOut(text: string): Sprint[] {
  const open = text.indexOf("[");
  if (open === -1 || !text.endsWith("]")) return [];
  const attributes = text.slice(open + 1, -1);
  const name = attribute(attributes, "name");
  return name === null ? [] : [{ name, state: attribute(attributes, "state") }];
}

const nextAttribute =
  /,(?:id|rapidViewId|state|name|startDate|endDate|completeDate|activatedDate|sequence|goal|synced|autoStartStop|incompleteIssuesDestinationId)=/;

function attribute(attributes: string, name: string): string | null {
  const marker = `,${name}=`;
  const start = `,${attributes}`.indexOf(marker);
  if (start === -1) return null;
  const rest = attributes.slice(start + marker.length - 1);
  const end = rest.search(nextAttribute);
  return end === -1 ? rest : rest.slice(0, end);
}
