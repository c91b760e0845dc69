import { FeatureViews } from "@/lib/classify/model/feature-view";
import { type Example, fitMargin } from "@/lib/classify/model/fit-margin";
import { readFeatures } from "@/lib/classify/model/read-features";
import type { CorpusRow } from "./corpus";
import { DenseWeights, sharedVocabulary, within } from "./dense-weights";
import { loudnessOf } from "./loudness";
import type { Answer } from "./measure";
import { trainOptions } from "./train-weights";

export const benchmarkClasses = ["bug", "feature", "question"] as const;

const parts = 10;
const fit = { cost: 0.5, rounds: 20, seed: 1 };

/**
 * The NLBSE'24 task (bug, feature or question; one model a repository), with this model's features
 * and method on its training half alone, each tenth judged by what the others taught.
 */
export function judgeBenchmark(rows: readonly CorpusRow[]): Answer[] {
  const views = new FeatureViews(false);
  const texts = rows.map((row) => {
    readFeatures(views, row);
    return { row, features: views.vector() };
  });
  const answers: Answer[] = [];
  for (const repository of new Set(rows.map((row) => row.repository))) {
    const own = texts.filter(({ row }) => row.repository === repository);
    for (let part = 0; part < parts; part += 1) {
      answers.push(...judgePart(own, part));
    }
  }
  return answers;
}

type Text = { row: CorpusRow; features: Example["features"] };

function judgePart(texts: readonly Text[], part: number): Answer[] {
  const held = texts.filter((_text, index) => index % parts === part);
  const taught = texts.filter((_text, index) => index % parts !== part);
  const vocabulary = sharedVocabulary(
    taught.map(({ features }) => [features]),
    2,
  );
  const known = taught.map(({ row, features }) => ({
    row,
    features: within(vocabulary, features),
  }));
  const judges = benchmarkClasses.map((name) => {
    const examples = known.map(
      ({ row, features }): Example => ({
        features,
        side: row.raw === name ? 1 : -1,
        importance: 1,
        given: 0,
      }),
    );
    const loudness = loudnessOf(examples, vocabulary.repositories, trainOptions.loudness);
    const weights = new DenseWeights(loudness);
    const bias = fitMargin(examples, weights, fit);
    return { name, bias, weights };
  });
  return held.map(({ row, features }) => {
    const margins = judges.map(
      ({ name, bias, weights }) =>
        [name, bias + weights.margin(within(vocabulary, features))] as const,
    );
    const [said, confidence] = margins.reduce((a, b) => (b[1] > a[1] ? b : a));
    return { truth: row.raw, said, confidence, group: row.repository };
  });
}
