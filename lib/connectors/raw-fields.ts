import type { SourceKind } from "@/lib/domain/source";
import { readRecord } from "./github/record";
import { jiraRecordSchema } from "./jira/record";

/**
 * The texts of one field of a raw record, by the name a person knows it by: a Jira field's name or
 * id, a GitHub issue's property. None where the record has no such field or it is empty.
 */
export function rawFieldOf(kind: SourceKind, payload: unknown, name: string): string[] {
  switch (kind) {
    case "github":
      return textsOf(property(readRecord(payload).issue, name));
    case "jira":
      return jiraField(payload, name);
    case "sample":
      return textsOf(property(payload, name));
  }
}

function jiraField(payload: unknown, name: string): string[] {
  const record = jiraRecordSchema.safeParse(payload);
  if (!record.success) return [];
  const wanted = name.toLowerCase();
  const { customFields, issue } = record.data;
  const named = Object.keys(customFields).filter(
    (id) => customFields[id]?.name.toLowerCase() === wanted,
  );
  const fields = property(issue, "fields");
  return [name, ...named].flatMap((id) => textsOf(property(fields, id)));
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
  return Reflect.get(value, name);
}

/** Options, users and versions are objects; what a person sees of them stands in one of these. */
const naming = ["value", "name", "displayName", "title", "login", "key"];

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  switch (typeof value) {
    case "string":
      return value === "" ? [] : [value];
    case "number":
    case "boolean":
      return [String(value)];
    case "object": {
      const told = naming.find((name) => typeof property(value, name) === "string");
      return told === undefined ? [] : textsOf(property(value, told));
    }
    default:
      return [];
  }
}
