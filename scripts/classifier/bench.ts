import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { loadTextModel, type TextModel } from "@/lib/classify/model/text-model";
import { decodeWeights } from "@/lib/classify/model/weights-file";
import { sides } from "./answers";
import {
  type CorpusRow,
  corpusFolder,
  measuringFiles,
  missingFiles,
  readCorpus,
  trainingFiles,
} from "./corpus";
import { correctionCounts, learnFromCorrections } from "./corrections";
import { foldModels } from "./fold-models";
import { type Answer, macroF1 } from "./measure";
import {
  categoryHeader,
  categoryLine,
  type Judged,
  sideHeader,
  sideLine,
  withInterval,
} from "./report";
import { benchmarkClasses, judgeBenchmark } from "./three-classes";
import { readTrainingRows } from "./training-set";
import { weightsFile } from "./weights-file-path";

/**
 * `npm run bench:classify [FOLDER] [--folds]`: what the shipped weights do on the sets kept for
 * measuring, text alone. `--folds` also trains one model for each quarter of the repositories and
 * measures it on that quarter, which takes some minutes.
 */
export function bench(root: string, args: readonly string[]): void {
  const folder = corpusFolder(
    root,
    args.find((arg) => !arg.startsWith("--")),
  );
  const missing = missingFiles(folder, [...measuringFiles, ...trainingFiles]);
  if (missing.length > 0) {
    console.log(`Nothing is measured: ${folder} has no ${missing.join(", ")}.`);
    return;
  }
  const bytes = readFileSync(path.join(root, weightsFile));
  const model = loadTextModel(bytes);
  console.log(`commit ${commitOf(root)}, Node ${process.version}`);
  console.log(`weights ${bytes.length} bytes, threshold ${model.threshold}`);
  const jira = readCorpus(folder, "dev_jira_15_projects");
  const commits = readCorpus(folder, "dev_commits_10_repos");
  console.log(`\n${sideHeader}`);
  console.log(sideLine("Jira projects", judge(model, jira)));
  console.log(sideLine("Jira projects, titles alone", judge(model, jira.map(titleOf))));
  console.log(sideLine("commits", judge(model, commits)));
  console.log(`\n${categoryHeader}`);
  console.log(categoryLine("commits, titles alone", judge(model, commits.map(titleOf))));
  console.log("\ncorrections a side | macro-F1 of feature or not, on the rest");
  reportCorrections("Jira projects", learnFromCorrections(model, jira));
  reportSpeed(model, jira);
  const benchmark = judgeBenchmark(readCorpus(folder, "nlbse24_train"));
  console.log(
    `\nNLBSE'24, 3 classes, within its training half: ${withInterval(benchmark, benchmarkClasses)}`,
  );
  if (args.includes("--folds")) benchFolds(folder, bytes);
}

function benchFolds(folder: string, bytes: Uint8Array): void {
  const rows = readTrainingRows(folder);
  const judged: Judged[] = [];
  const titles: Judged[] = [];
  const learnt = new Map<number, Answer[]>(correctionCounts.map((count) => [count, []]));
  for (const { model, unseen } of foldModels(rows, decodeWeights(bytes))) {
    const texts = unseen.map(({ row }) => row).filter(isScored);
    judged.push(...judge(model, texts));
    titles.push(...judge(model, texts.map(titleOf)));
    for (const [count, answers] of learnFromCorrections(model, texts.filter(isGithub))) {
      learnt.get(count)?.push(...answers);
    }
  }
  const github = judged.filter(({ row }) => isGithub(row));
  console.log(`\nby repository, ${sideHeader}`);
  console.log(sideLine("GitHub issues", github));
  console.log(
    sideLine(
      "GitHub issues but questions",
      github.filter(({ row }) => row.raw !== "question"),
    ),
  );
  console.log(
    sideLine(
      "GitHub issues, titles alone",
      titles.filter(({ row }) => isGithub(row)),
    ),
  );
  console.log(
    sideLine(
      "Jira issues",
      judged.filter(({ row }) => row.source === "titanium"),
    ),
  );
  console.log(`\nby repository, ${categoryHeader}`);
  console.log(categoryLine("all sources, titles alone", titles));
  console.log(categoryLine("all sources", judged));
  console.log("\ncorrections a side | macro-F1 of feature or not, on the rest");
  reportCorrections("GitHub issues", learnt);
}

function judge(model: TextModel, rows: readonly CorpusRow[]): Judged[] {
  return rows.map((row) => ({ row, probabilities: model.probabilities(row) }));
}

function titleOf(row: CorpusRow): CorpusRow {
  return { ...row, body: "" };
}

/** The benchmark's repositories are not to be scored as unseen; definitions are no repository's. */
function isScored({ source }: CorpusRow): boolean {
  return source !== "nlbse" && source !== "definition";
}

function isGithub({ source }: CorpusRow): boolean {
  return ["nus", "android", "beads"].includes(source);
}

function reportCorrections(name: string, learnt: ReadonlyMap<number, readonly Answer[]>): void {
  for (const [count, answers] of learnt) {
    const repositories = new Set(answers.map(({ group }) => group)).size;
    const figure = macroF1(answers, sides).toFixed(3);
    console.log(`${name}: ${count} | ${figure} (${repositories} repositories)`);
  }
}

/** By the time spent on the processor: other programs do not count. */
function reportSpeed(model: TextModel, rows: readonly CorpusRow[]): void {
  const some = rows.slice(0, 4_000);
  const rate = (step: (row: CorpusRow) => unknown): string => {
    for (const row of some.slice(0, 500)) step(row);
    const before = process.cpuUsage();
    for (const row of some) step(row);
    const { user, system } = process.cpuUsage(before);
    return Math.round((some.length * 1e6) / (user + system)).toLocaleString("en");
  };
  console.log(
    `\n${rate((row) => model.predict(row))} items a second of one processor with evidence,`,
  );
  console.log(`${rate((row) => model.probabilities(row))} without`);
}

function commitOf(root: string): string {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: root,
    encoding: "utf8",
  }).trim();
}
