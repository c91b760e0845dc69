import { type Classification, type Override, unclassified } from "@/lib/domain/classification";
import type { Classifier } from "./classifier";
import { type Ancestor, classifyByParent, type Heritage } from "./layers/by-parent";
import { heritageOf, type OwnAnswer, ownAnswer, type Subject } from "./own-answer";

/** An item with what decides about it; `parentId` is the stored item that it is a part of. */
export type FamilyMember = {
  id: string;
  parentId: string | null;
  item: Omit<Subject, "ancestors">;
  override: Override | null;
};

/** Items and all their ancestors, by id. */
export type Family = ReadonlyMap<string, FamilyMember>;

/** Answers, and the items on which neither they nor their parents say anything: for a text model. */
export type FamilyAnswers = { answers: Map<string, Classification>; silent: Set<string> };

/**
 * Decides items that may inherit. An answer depends on the item and its ancestors alone, so it does
 * not matter in which order or in which batch items are decided.
 */
export function classifyFamily(
  ids: Iterable<string>,
  family: Family,
  classifier: Classifier,
): FamilyAnswers {
  const heritage = heritageIn(family, classifier);
  const answers = new Map<string, Classification>();
  const silent = new Set<string>();
  for (const id of ids) {
    const member = family.get(id);
    if (member === undefined) continue;
    const ancestors = ancestorsOf(member, family);
    const own = ownAnswer(subjectOf(member, ancestors), member.override, classifier);
    const decision = own ?? classifyByParent(heritages(ancestors, heritage));
    if (decision === null) silent.add(id);
    answers.set(id, classificationOf(decision));
  }
  return { answers, silent };
}

/** An item as rules see it; undefined where it is not of the family. */
export function subjectIn(family: Family, id: string): Subject | undefined {
  const member = family.get(id);
  return member && subjectOf(member, ancestorsOf(member, family));
}

function classificationOf(answer: OwnAnswer): Classification {
  if (answer === null) return unclassified;
  if ("leftBy" in answer) return { ...unclassified, evidence: answer.leftBy };
  return { ...answer, suggestion: null };
}

function heritageIn(family: Family, classifier: Classifier): (member: FamilyMember) => Heritage {
  const known = new Map<string, Heritage>();
  return (member) => {
    const before = known.get(member.id);
    if (before !== undefined) return before;
    const subject = subjectOf(member, ancestorsOf(member, family));
    const found = heritageOf(subject, member.override, classifier);
    known.set(member.id, found);
    return found;
  };
}

function* heritages(
  ancestors: FamilyMember[],
  heritage: (member: FamilyMember) => Heritage,
): Iterable<Ancestor> {
  for (const ancestor of ancestors) yield { key: ancestor.item.key, heritage: heritage(ancestor) };
}

function subjectOf({ item }: FamilyMember, ancestors: FamilyMember[]): Subject {
  return { ...item, ancestors: ancestors.map(({ item: { key, title } }) => ({ key, title })) };
}

/** Nearest first. A circle ends where it comes round to somebody met before. */
function ancestorsOf(member: FamilyMember, family: Family): FamilyMember[] {
  const met = new Set([member.id]);
  const ancestors: FamilyMember[] = [];
  let { parentId } = member;
  while (parentId !== null && !met.has(parentId)) {
    const parent = family.get(parentId);
    if (parent === undefined) break;
    met.add(parentId);
    ancestors.push(parent);
    parentId = parent.parentId;
  }
  return ancestors;
}
