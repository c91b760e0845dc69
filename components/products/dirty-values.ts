/** Of a form's values those that were changed in it: what others change meanwhile is not taken back. */
export function dirtyValues(values: object, isDirty: (field: string) => boolean): object {
  return Object.fromEntries(Object.entries(values).filter(([field]) => isDirty(field)));
}
