import type { ItemsQuery } from "@/components/items/items-query";

export const contestedQuery: ItemsQuery = { contested: "true" };
