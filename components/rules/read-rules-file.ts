import type { RuleSet } from "@/lib/classify/rules/rule-set";

export type ReadRules = { ok: true; ruleSet: RuleSet } | { ok: false; message: string };

/** Reads an exported set of rules. The check is fetched with the first file, not with the page. */
export async function readRulesFile(text: string): Promise<ReadRules> {
  const { ruleSetSchema } = await import("@/lib/classify/rules/rule-set");
  const parsed = ruleSetSchema.safeParse(parseJson(text));
  if (parsed.success) return { ok: true, ruleSet: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  const message = issue?.message ?? "This is not a set of rules.";
  return { ok: false, message: place === "" ? message : `${message} (${place})` };
}

/** What is no JSON is no set of rules either, and is told as that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
