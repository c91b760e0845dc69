import type { PointsFieldList } from "@/lib/contracts/sources";

type Fields = PointsFieldList["items"];
type Choice = { value: string; label: string };

/** Nothing chosen: the fields that look like points, where they agree. */
const byItself: Choice = { value: "", label: "Story points, where the fields agree" };

/**
 * The fields as a list to choose from, those that look like points apart from other numbers. Fields
 * may bear one name, so that each shows its id.
 */
export function pointsChoices(fields: Fields, chosen: string) {
  const choicesOf = (isLikely: boolean): Choice[] =>
    fields
      .filter((field) => field.isLikely === isLikely)
      .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
  const isThere = chosen === "" || chosenId(fields, chosen) !== null;
  const groups = [
    { group: "Named like points", items: choicesOf(true) },
    { group: "Other numbers", items: choicesOf(false) },
  ];
  return [
    byItself,
    ...(isThere ? [] : [{ value: chosen, label: `${chosen} (not on this site)` }]),
    ...groups.filter(({ items }) => items.length > 0),
  ];
}

/** A field may be chosen by its name; the list knows it by its id. */
export function chosenId(fields: Fields, chosen: string): string | null {
  const wanted = chosen.trim().toLowerCase();
  const field =
    fields.find(({ id }) => id === chosen.trim()) ??
    fields.find(({ name }) => name.trim().toLowerCase() === wanted);
  return field?.id ?? null;
}
