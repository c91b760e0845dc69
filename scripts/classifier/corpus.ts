import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const rowSchema = z.object({
  source: z.string(),
  repo: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  y: z.enum(["feature", "maintenance", "rewrite", "tech-debt"]),
  raw: z.string(),
});

/** A labelled text. `raw` is the label as the tracker or the annotator had it. */
export type CorpusRow = {
  source: string;
  repository: string;
  title: string;
  body: string;
  category: "feature" | "maintenance" | "rewrite" | "tech_debt";
  raw: string;
};

export const trainingFiles = ["issues", "commits", "techdebt", "nlbse24_train"] as const;
export const measuringFiles = ["dev_commits_10_repos", "dev_jira_15_projects"] as const;
export type CorpusFile = (typeof trainingFiles)[number] | (typeof measuringFiles)[number];

/** Where the labelled texts are: the first argument, `TRAINING_DATA`, or beside the checkout. */
export function corpusFolder(root: string, argument: string | undefined): string {
  return path.resolve(root, argument ?? process.env.TRAINING_DATA ?? "../shared/training");
}

/** The files wanted that are not there. */
export function missingFiles(folder: string, files: readonly CorpusFile[]): CorpusFile[] {
  return files.filter((file) => !existsSync(fileOf(folder, file)));
}

/** All rows of one file, in its order. Errors: a line that is not such a row. */
export function readCorpus(folder: string, file: CorpusFile): CorpusRow[] {
  const lines = gunzipSync(readFileSync(fileOf(folder, file)))
    .toString("utf8")
    .split("\n");
  return lines.filter(Boolean).map((line) => toRow(rowSchema.parse(JSON.parse(line))));
}

function fileOf(folder: string, file: CorpusFile): string {
  return path.join(folder, `${file}.jsonl.gz`);
}

function toRow({ repo, body, y, ...row }: z.infer<typeof rowSchema>): CorpusRow {
  const category = y === "tech-debt" ? "tech_debt" : y;
  return { ...row, repository: repo, body: body ?? "", category };
}
