import { z } from "zod";
import { itemFields } from "@/lib/domain/item-field";
import { searchText } from "./common";

export const listItemValuesSchema = z.strictObject({
  field: z.enum(itemFields),
  /** Part of the value, in any case. */
  q: searchText.default(""),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ListItemValues = z.output<typeof listItemValuesSchema>;

export const itemValuesSchema = z.object({
  /** The most frequent first. */
  values: z.array(
    z.object({
      value: z.string(),
      items: z.int().min(1),
      /** What the value is called, where it is the key of an item. */
      title: z.string().optional(),
    }),
  ),
});
export type ItemValues = z.infer<typeof itemValuesSchema>;
