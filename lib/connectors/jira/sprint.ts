import { z } from "zod";
import { storableText } from "@/lib/connectors/storable-text";
import type { Sprint } from "@/lib/domain/sprint";
import type { WorkItem } from "@/lib/domain/work-item";
import { instantSchema } from "./instant";

const instantOrNull = instantSchema.nullish().catch(null);
const idOrNull = z
  .union([z.string().regex(/^\d{1,20}$/), z.int().nonnegative()])
  .transform(String)
  .nullish()
  .catch(null);
const sprintSchema = z.object({
  id: idOrNull,
  boardId: idOrNull,
  /** What Data Center calls a board. */
  rapidViewId: idOrNull,
  name: z.string(),
  state: z
    .string()
    .transform((state) => state.toLowerCase())
    .nullish(),
  startDate: instantOrNull,
  endDate: instantOrNull,
  completeDate: instantOrNull,
});
type ToldSprint = z.infer<typeof sprintSchema>;

/** The sprints an issue is or was in, and the name of the present or last one. Takes both encodings. */
export function sprintsOf(value: unknown): Pick<WorkItem, "sprint" | "sprints"> {
  const told = (Array.isArray(value) ? value : [value]).flatMap(readSprint);
  const active = told.findLast(({ state }) => state === "active");
  const current = active ?? told.at(-1);
  const byId = new Map(told.flatMap(toSprint).map((sprint) => [sprint.id, sprint]));
  return { sprint: current ? storableText(current.name) : null, sprints: [...byId.values()] };
}

/** One without an id cannot be told from another. */
function toSprint(told: ToldSprint): Sprint[] {
  const { id, state, startDate, endDate, completeDate } = told;
  if (!id) return [];
  const board = told.boardId ?? told.rapidViewId ?? null;
  const named = { id, name: storableText(told.name), board };
  // Days that are only planned are no sprint's days.
  if (state === "future") return [{ ...named, startsAt: null, endsAt: null, completedAt: null }];
  return [
    {
      ...named,
      startsAt: startDate ?? null,
      endsAt: endDate ?? null,
      completedAt: state === "active" ? null : (completeDate ?? null),
    },
  ];
}

function readSprint(value: unknown): ToldSprint[] {
  const parsed = sprintSchema.safeParse(typeof value === "string" ? readWrittenOut(value) : value);
  return parsed.success ? [parsed.data] : [];
}

/**
 * Data Center writes the Java object out: `…Sprint@1f[id=1,state=CLOSED,name=May, part 2,startDate=…]`.
 * A name may hold commas: it ends where the next attribute begins. `<null>` is none.
 */
function readWrittenOut(text: string): unknown {
  const open = text.indexOf("[");
  if (open === -1 || !text.endsWith("]")) return null;
  const attributes = text.slice(open + 1, -1);
  const names = ["id", "rapidViewId", "name", "state", "startDate", "endDate", "completeDate"];
  return Object.fromEntries(names.map((name) => [name, attribute(attributes, name)]));
}

const nextAttribute =
  /,(?:id|rapidViewId|state|name|startDate|endDate|completeDate|activatedDate|sequence|goal|synced|autoStartStop|incompleteIssuesDestinationId)=/;

function attribute(attributes: string, name: string): string | null {
  const marker = `,${name}=`;
  const start = `,${attributes}`.indexOf(marker);
  if (start === -1) return null;
  const rest = attributes.slice(start + marker.length - 1);
  const end = rest.search(nextAttribute);
  const value = end === -1 ? rest : rest.slice(0, end);
  return value === "<null>" && name !== "name" ? null : value;
}
