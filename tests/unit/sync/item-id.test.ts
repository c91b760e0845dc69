import fc from "fast-check";
import { expect, test } from "vitest";
import { itemIdOf } from "@/lib/sync/item-id";

test("an item's id is a UUID that its source and external id alone decide", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string(), fc.string(), (source, one, other) => {
      const id = itemIdOf(source, one);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(itemIdOf(source, other) === id).toBe(one === other);
    }),
  );
});
