import type { Condition, RuleField } from "./condition";
import { isLike } from "./glob";
import { type RuleSubject, valuesOf } from "./rule-values";
import { compilePattern, type TextTest } from "./safe-pattern";

/** The value of an item that met a comparison; null where none did but others failed to. */
export type Met = { field: RuleField; value: string };

/** A condition ready to be asked of many items. */
export type CompiledCondition = {
  test(subject: RuleSubject): boolean;
  /** Of an item that passed: the first value that a comparison met. */
  find(subject: RuleSubject): Met | null;
};

/** Takes a condition that its schema has accepted. */
export function compileCondition(condition: Condition): CompiledCondition {
  const { all, any, not } = condition;
  if (all) return compileAll(all.map(compileCondition));
  if (any) return compileAny(any.map(compileCondition));
  if (not) return compileNot(compileCondition(not));
  return compileComparison(condition);
}

function compileAll(parts: CompiledCondition[]): CompiledCondition {
  return {
    test: (subject) => parts.every((part) => part.test(subject)),
    find: (subject) => firstOf(parts, (part) => part.find(subject)),
  };
}

function compileAny(parts: CompiledCondition[]): CompiledCondition {
  return {
    test: (subject) => parts.some((part) => part.test(subject)),
    find: (subject) => firstOf(parts, (part) => (part.test(subject) ? part.find(subject) : null)),
  };
}

function compileNot(part: CompiledCondition): CompiledCondition {
  return { test: (subject) => !part.test(subject), find: () => null };
}

function compileComparison(condition: Condition): CompiledCondition {
  const { field, empty } = condition;
  if (field === undefined) return { test: () => false, find: () => null };
  if (empty !== undefined) {
    return {
      test: (subject) => (valuesOf(subject, condition).length === 0) === empty,
      find: () => null,
    };
  }
  const meets = textTestOf(condition);
  return {
    test: (subject) => valuesOf(subject, condition).some(meets),
    find: (subject) => {
      const value = valuesOf(subject, condition).find(meets);
      return value === undefined ? null : { field, value };
    },
  };
}

function textTestOf({ is, like, matches, caseSensitive = false }: Condition): TextTest {
  const folded = (text: string) => (caseSensitive ? text : text.toLowerCase());
  if (is) {
    const wanted = new Set(is.map(folded));
    return (text) => wanted.has(folded(text));
  }
  if (like) {
    const patterns = like.map(folded);
    return (text) => patterns.some((pattern) => isLike(folded(text), pattern));
  }
  const pattern = compilePattern(matches ?? "", { caseSensitive });
  return pattern.ok ? pattern.test : () => false;
}

function firstOf<T>(parts: T[], find: (part: T) => Met | null): Met | null {
  for (const part of parts) {
    const found = find(part);
    if (found !== null) return found;
  }
  return null;
}
