import type { ItemQuestion, ItemSpans } from "@/db/queries/items";
import type { ProductRow } from "@/db/schema";
import { instantsOf } from "@/lib/balance/calendar";
import type { ListItems } from "@/lib/contracts/items";
import { knownInstant } from "./known-instant";
import { spanOfDays } from "./span-of-days";

/** What a list of items asks of the store, with days turned into the product's instants. */
export function itemQuestion(product: ProductRow, query: ListItems): ItemQuestion {
  const { category, kind, because, state, source, label, assignee } = query;
  const { estimated, contested, q } = query;
  const { timeZone } = product;
  const openOn = query.openOn;
  const spans: ItemSpans = {
    done: spanOfDays(query.doneFrom, query.doneTo, timeZone, "doneFrom"),
    opened: spanOfDays(query.openedFrom, query.openedTo, timeZone, "openedFrom"),
    openOn:
      openOn === undefined
        ? undefined
        : { day: openOn, endsAt: instantsOf({ from: openOn, to: openOn }, timeZone).endsAt },
  };
  return {
    workspaceId: product.workspaceId,
    productId: product.id,
    filter: { category, kind, because, state, source, label, assignee, estimated, contested, q },
    spans,
    asKnownAt: knownInstant(query.asKnownAt, timeZone),
  };
}
