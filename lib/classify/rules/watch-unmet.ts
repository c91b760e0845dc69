import { type CompiledCondition, compileCondition } from "./compile-condition";
import { conditionsOf } from "./compile-rules";
import type { Condition } from "./condition";
import type { RuleSet } from "./rule-set";
import type { RuleSubject } from "./rule-values";

export type RuleWarning = { ruleId: string; message: string };

type Watched = { ruleId: string; message: string; condition: CompiledCondition };

/**
 * Finds what rules name and no item has, such as a label that is gone. Show it all items; what is
 * left at the end was met by none.
 */
export function watchUnmet({ rules }: RuleSet): {
  see(subject: RuleSubject): void;
  warnings(): RuleWarning[];
} {
  let unmet: Watched[] = rules
    .filter(({ enabled }) => enabled)
    .flatMap(({ id, when }) =>
      conditionsOf(when)
        .flatMap(comparisonsOf)
        .map((condition) => ({
          ruleId: id,
          message: messageOf(condition),
          condition: compileCondition(condition),
        })),
    );
  return {
    see: (subject) => {
      if (unmet.some(({ condition }) => condition.test(subject))) {
        unmet = unmet.filter(({ condition }) => !condition.test(subject));
      }
    },
    warnings: () => unmet.map(({ ruleId, message }) => ({ ruleId, message })),
  };
}

/** One comparison a text, since each may be gone by itself. */
function comparisonsOf(condition: Condition): Condition[] {
  const { field, is, like, empty } = condition;
  if (field === undefined || empty !== undefined) return [];
  if (is) return is.map((text) => ({ ...condition, is: [text] }));
  if (like) return like.map((text) => ({ ...condition, like: [text] }));
  return [condition];
}

function messageOf({ field, name, is, like, matches }: Condition): string {
  const what = field === "custom" ? `field ${name}` : field;
  if (is) return `No item has the ${what} “${is[0]}”.`;
  if (like) return `No item has a ${what} like “${like[0]}”.`;
  return `No item has a ${what} that matches “${matches}”.`;
}
