import type { RuleField } from "@/lib/classify/rules/condition";
import { fieldNames } from "./rule-words";

/** The fields of the words above are all there are. */
const fields = Object.keys(fieldNames) as RuleField[];

/** The fields as a form offers them, the most used first. */
export const ruleFieldsInOrder = fields.map((value) => ({ value, label: fieldNames[value] }));

export function ruleFieldOf(text: string): RuleField {
  return fields.find((field) => field === text) ?? "label";
}
