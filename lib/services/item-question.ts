import type { ItemQuestion, ItemSpans } from "@/db/queries/items";
import type { ProductRow } from "@/db/schema";
import { instantsOf } from "@/lib/balance/calendar";
import type { ListItems } from "@/lib/contracts/items";
import { AppError } from "@/lib/errors";

/** What a list of items asks of the store, with days turned into the product's instants. */
export function itemQuestion(product: ProductRow, query: ListItems): ItemQuestion {
  const { category, kind, because, state, source, label, assignee, estimated, q, contested } =
    query;
  const { timeZone } = product;
  const openOn = query.openOn;
  const spans: ItemSpans = {
    done: span(query.doneFrom, query.doneTo, timeZone, "doneFrom"),
    opened: span(query.openedFrom, query.openedTo, timeZone, "openedFrom"),
    openAt:
      openOn === undefined ? undefined : instantsOf({ from: openOn, to: openOn }, timeZone).endsAt,
  };
  return {
    workspaceId: product.workspaceId,
    productId: product.id,
    filter: { category, kind, because, state, source, label, assignee, estimated, q, contested },
    spans,
    asKnownAt: query.asKnownAt === undefined ? undefined : new Date(query.asKnownAt),
  };
}

function span(
  from: string | undefined,
  to: string | undefined,
  timeZone: string,
  field: string,
): ItemSpans["done"] {
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) {
    const message = "The first day is after the last.";
    throw new AppError("invalid_request", message, { fields: { [field]: message } });
  }
  return {
    startsAt: from === undefined ? null : instantsOf({ from, to: from }, timeZone).startsAt,
    endsAt: to === undefined ? null : instantsOf({ from: to, to }, timeZone).endsAt,
  };
}
