import type { PointsField } from "@/lib/connectors/connector";
import type { JiraField } from "./api-types";
import type { CustomFields } from "./record";

/** Field types of Jira Software, as the field's schema names them; their names differ by site. */
export const epicLinkType = "com.pyxis.greenhopper.jira:gh-epic-link";
export const epicNameType = "com.pyxis.greenhopper.jira:gh-epic-label";
export const sprintType = "com.pyxis.greenhopper.jira:gh-sprint";
const teamManagedPointsType = "com.pyxis.greenhopper.jira:jsw-story-points";
const numberType = "com.atlassian.jira.plugin.system.customfieldtypes:float";

/**
 * The number fields of a site, which may all hold an estimate: first those that look like story
 * points, Jira Software's own before others. Sites often have several of one name.
 */
export function pointsCandidates(fields: readonly JiraField[]): PointsField[] {
  const found = fields.filter(({ name, schema }) => {
    return isPoints(name, schema?.custom) || schema?.custom === numberType;
  });
  const rank = ({ name, schema }: JiraField) => {
    if (schema?.custom === teamManagedPointsType) return 0;
    return isPoints(name, schema?.custom) ? 1 : 2;
  };
  return found
    .map((field) => ({ id: field.id, name: field.name, rank: rank(field) }))
    .sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1))
    .map(({ id, name, rank }) => ({ id, name, isLikely: rank < 2 }));
}

export function isPoints(name: string, type: string | undefined): boolean {
  if (type === teamManagedPointsType) return true;
  return (
    type === numberType && /^(?:story\s*)?points?\b|\bstory\s*points?\b|^sp$/i.test(name.trim())
  );
}

/** The custom fields to ask an issue for: links, sprints, and every field that may hold points. */
export function customFieldsToRead(
  fields: readonly JiraField[],
  pointsField: string | null,
): CustomFields {
  const read = fields.filter(({ id, name, schema }) => {
    const type = schema?.custom;
    if (type === undefined) return false;
    const isLink = [epicLinkType, epicNameType, sprintType].includes(type);
    return isLink || isPoints(name, type) || isNamed({ id, name }, pointsField);
  });
  return Object.fromEntries(
    read.map(({ id, name, schema }) => [id, { name, type: schema?.custom ?? "" }]),
  );
}

/** A source names its points field by id or by name. */
export function isNamed(field: { id: string; name: string }, chosen: string | null): boolean {
  if (chosen === null) return false;
  return field.id === chosen || field.name.trim().toLowerCase() === chosen.trim().toLowerCase();
}
