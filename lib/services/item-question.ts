import type { ItemFilter } from "@/db/queries/item-filter";
import type { ItemQuestion, ItemSpans } from "@/db/queries/items";
import type { ProductRow } from "@/db/schema";
import { instantsOf } from "@/lib/balance/calendar";
import type { ListItems } from "@/lib/contracts/items";
import type { GroupFilter } from "@/lib/domain/grouping";
import { AppError } from "@/lib/errors";
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
    timeZone,
    filter: filterOf(query),
    spans,
    group: groupAsked(query),
    asKnownAt: knownInstant(query.asKnownAt, timeZone),
  };
}

/** What a list's query narrows by fields and teams: without its days, its page and its form. */
function filterOf(query: WithTeams<ListItems>): ItemFilter {
  const { category, kind, because, state, source, label, assignee, component } = query;
  const { milestone, sprint, epic, estimated, measured, contested, q, teams } = query;
  const fields = { category, kind, because, state, source, label, assignee, component };
  return { ...fields, milestone, sprint, epic, estimated, measured, contested, q, teams };
}

/** Errors: `invalid_request` where groups are named, but not by what; or both ways at once. */
function groupAsked({
  groupBy: by,
  group,
  groupNot,
}: Pick<ListItems, "groupBy" | "group" | "groupNot">): GroupFilter | undefined {
  if (by === undefined) {
    if (group || groupNot) throw invalidGroup("groupBy", "Say by what the groups are made.");
    return undefined;
  }
  if (group && groupNot) throw invalidGroup("groupNot", "Give either `group` or `groupNot`.");
  if (group) return { by, values: group };
  return groupNot ? { by, otherThan: groupNot } : { by, none: true };
}

function invalidGroup(field: string, message: string): AppError {
  return new AppError("invalid_request", message, { fields: { [field]: message } });
}
