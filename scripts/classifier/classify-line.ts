import { z } from "zod";
import { createClassifier } from "@/lib/classify/classifier";
import { classifyByText } from "@/lib/classify/layers/by-text";
import type { Probabilities } from "@/lib/classify/model/calibration";
import type { TextModel } from "@/lib/classify/model/text-model";
import { ownAnswer, type Subject } from "@/lib/classify/own-answer";
import { defaultRuleSet } from "@/lib/classify/rules/default-rules";
import { type BalanceCategory, balanceCategories } from "@/lib/domain/category";
import type { Decision } from "@/lib/domain/classification";

const labelSchema = z.union([z.string(), z.object({ name: z.string() }).transform((l) => l.name)]);

const lineSchema = z.object({
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(labelSchema).nullish(),
  type: z.string().nullish(),
  author: z.string().nullish(),
  source: z.unknown().optional(),
});

type Line = z.output<typeof lineSchema>;

/** As a product classifies that nobody has given rules of its own. */
const classifier = createClassifier(defaultRuleSet);

export type ClassifyOptions = {
  /** Leaves labels, types and authors aside. */
  textOnly: boolean;
  /** Answers of the model below it become null; 0 takes all. */
  threshold: number;
};

/**
 * One item's line to one answer's line; a line that is no item gets an `error` in its place. The
 * default rules go before what labels, type and title say, and these before what the model reads.
 */
export function classifyLine(line: string, model: TextModel, options: ClassifyOptions): string {
  const parsed = parseLine(line);
  if ("error" in parsed) return JSON.stringify(parsed);
  const { title, body = null } = parsed;
  const answer = answerTo(subjectOf(parsed, options), { title, body }, model, options);
  return JSON.stringify(answer, (_key, value) =>
    typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value,
  );
}

/** An item of which nothing is known but what its line says. */
function subjectOf({ title, labels, type, author }: Line, { textOnly }: ClassifyOptions): Subject {
  return {
    key: "",
    title,
    type: textOnly ? null : (type ?? null),
    labels: textOnly ? [] : (labels ?? []),
    author: textOnly ? null : (author ?? null),
    components: [],
    milestone: null,
    sprint: null,
    priority: null,
    status: null,
    resolution: null,
    originalResolution: null,
    assignees: [],
    parentKey: null,
    custom: {},
    ancestors: [],
  };
}

function answerTo(
  subject: Subject,
  text: { title: string; body: string | null },
  model: TextModel,
  { threshold }: ClassifyOptions,
) {
  const decision = ownAnswer(subject, null, classifier);
  if (decision === null) return readText(text, model, threshold);
  const probabilities = model.probabilities(text);
  if ("leftBy" in decision) return { ...nothing, probabilities };
  return { ...decision, probabilities: sureOf(decision, probabilities) };
}

function parseLine(line: string): Line | { error: string } {
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
