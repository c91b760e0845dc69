import { z } from "zod";
import { classifyItem } from "@/lib/classify/classify-item";
import { classifyByText } from "@/lib/classify/layers/by-text";
import type { Probabilities } from "@/lib/classify/model/calibration";
import type { TextModel } from "@/lib/classify/model/text-model";
import { type BalanceCategory, balanceCategories } from "@/lib/domain/category";
import type { Decision } from "@/lib/domain/classification";

const labelSchema = z.union([z.string(), z.object({ name: z.string() }).transform((l) => l.name)]);

const lineSchema = z.object({
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(labelSchema).nullish(),
  type: z.string().nullish(),
  source: z.unknown().optional(),
});

export type ClassifyOptions = {
  /** Leaves labels and types aside. */
  textOnly: boolean;
  /** Answers of the model below it become null; 0 takes all. */
  threshold: number;
};

/**
 * One item's line to one answer's line; a line that is no item gets an `error` in its place. What
 * labels, type or title say goes before what the model reads.
 */
export function classifyLine(line: string, model: TextModel, options: ClassifyOptions): string {
  const parsed = parseLine(line);
  if ("error" in parsed) return JSON.stringify(parsed);
  const { title, body = null, labels, type } = parsed;
  const decision = classifyItem(
    {
      title,
      type: options.textOnly ? null : (type ?? null),
      labels: options.textOnly ? [] : (labels ?? []),
      resolution: null,
      originalResolution: null,
    },
    null,
  );
  const answer = decision
    ? { ...decision, probabilities: sureOf(decision, model.probabilities({ title, body })) }
    : readText({ title, body }, model, options.threshold);
  return JSON.stringify(answer, (_key, value) =>
    typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value,
  );
}

function parseLine(line: string): z.output<typeof lineSchema> | { error: string } {
  try {
    const result = lineSchema.safeParse(JSON.parse(line));
    return result.success ? result.data : { error: z.prettifyError(result.error) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { error: `This line is not JSON: ${error.message}` };
  }
}

function readText(
  text: { title: string; body: string | null },
  model: TextModel,
  threshold: number,
) {
  const answer = classifyByText(text, model, threshold);
  if (!answer) return { ...nothing, probabilities: model.probabilities(text) };
  const { taken, category, kind, ...rest } = answer;
  const said = taken ? { category, kind } : { category: null, kind: null, suggestion: category };
  return { ...said, ...rest };
}

const nothing = { category: null, kind: null, because: null, confidence: 0, evidence: [] };

/** The decision's confidence for its category; the rest as the text has it. */
function sureOf({ category, confidence }: Decision, text: Probabilities): Probabilities {
  const isBalance = (name: string): name is BalanceCategory => name !== "excluded";
  if (!isBalance(category)) return text;
  const others = 1 - text[category];
  const rest = (name: BalanceCategory) =>
    others > 0 ? (text[name] * (1 - confidence)) / others : (1 - confidence) / 3;
  const entries = balanceCategories.map((name) => [
    name,
    name === category ? confidence : rest(name),
  ]);
  return Object.fromEntries(entries);
}
