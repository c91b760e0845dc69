import type { ItemFilter } from "@/db/queries/item-filter";
import type { ItemQuestion, ItemSpans } from "@/db/queries/items";
import type { ProductRow } from "@/db/schema";
import { instantsOf } from "@/lib/balance/calendar";
import type { ListItems } from "@/lib/contracts/items";
import { knownInstant } from "./known-instant";
import { spanOfDays } from "./span-of-days";
import type { WithTeams } from "./with-teams";

/** What a list of items asks of the store, with days turned into the product's instants. */
export function itemQuestion(product: ProductRow, query: WithTeams<ListItems>): ItemQuestion {
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
    filter: filterOf(query),
    spans,
    asKnownAt: knownInstant(query.asKnownAt, timeZone),
  };
}

/** What a list's query narrows by fields and teams: without its days, its page and its form. */
function filterOf(query: WithTeams<ListItems>): ItemFilter {
  const { category, kind, because, state, source, label, assignee, component } = query;
  const { milestone, sprint, epic, estimated, contested, q, teams } = query;
  const fields = { category, kind, because, state, source, label, assignee, component };
  return { ...fields, milestone, sprint, epic, estimated, contested, q, teams };
}
