import {
  type Classification,
  type Decision,
  type Override,
  unclassified,
} from "@/lib/domain/classification";
import { type ClassifiableItem, classifyItem } from "./classify-item";
import { notWorkKinds } from "./label-reading";
import { type Ancestor, classifyByParent, type Heritage } from "./layers/by-parent";

/** An item with what decides about it; `parentId` is the stored item that it is a part of. */
export type FamilyMember = {
  id: string;
  parentId: string | null;
  item: ClassifiableItem & { key: string };
  override: Override | null;
};

/**
 * Decides items that may inherit. `members` holds them and all their ancestors: an answer depends
 * on nothing else, so it does not matter in which order or in which batch items are decided.
 */
export function classifyFamily(
  ids: readonly string[],
  members: ReadonlyMap<string, FamilyMember>,
): Map<string, Classification> {
  const heritages = new Map<string, Heritage>();
  const heritage = (member: FamilyMember) => {
    const known = heritages.get(member.id);
    if (known !== undefined) return known;
    const found = heritageOf(member);
    heritages.set(member.id, found);
    return found;
  };
  const answers = new Map<string, Classification>();
  for (const id of ids) {
    const member = members.get(id);
    if (member === undefined) continue;
    const own = classifyItem(member.item, member.override);
    answers.set(id, toClassification(own ?? classifyByParent(lineage(member, members, heritage))));
  }
  return answers;
}

/**
 * What a member hands down. How it ended is its own affair: an epic closed as a duplicate says
 * nothing about the work that was done in it.
 */
function heritageOf({ item, override }: FamilyMember): Heritage {
  const decision = classifyItem({ ...item, resolution: null, originalResolution: null }, override);
  const isEnding = decision?.kind && notWorkKinds.has(decision.kind);
  return isEnding && decision.because !== "override" ? null : decision;
}

/** The ancestors, nearest first. A circle ends where it comes round to somebody met before. */
function* lineage(
  member: FamilyMember,
  members: ReadonlyMap<string, FamilyMember>,
  heritage: (member: FamilyMember) => Heritage,
): Iterable<Ancestor> {
  const met = new Set([member.id]);
  let { parentId } = member;
  while (parentId !== null && !met.has(parentId)) {
    const parent = members.get(parentId);
    if (parent === undefined) return;
    met.add(parentId);
    yield { key: parent.item.key, heritage: heritage(parent) };
    parentId = parent.parentId;
  }
}

function toClassification(decision: Decision | null): Classification {
  return decision === null ? unclassified : { ...decision, suggestion: null };
}
