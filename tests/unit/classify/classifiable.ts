import type { ClassifiableItem } from "@/lib/classify/classify-item";

/** An item that says nothing about itself, with the given fields. */
export function classifiable(fields: Partial<ClassifiableItem> = {}): ClassifiableItem {
  return {
    title: "Order list loses its place",
    type: null,
    labels: [],
    resolution: null,
    originalResolution: null,
    ...fields,
  };
}
