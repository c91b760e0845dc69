import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { loadTextModel } from "@/lib/classify/model/text-model";
import { classifyLine } from "./classify-line";
import { splitLines } from "./split-lines";
import { weightsFile } from "./weights-file-path";

const longestLine = 8_000_000;

/**
 * `npm run -s classify < items.ndjson > out.ndjson`: one answer a line, in the order of the items,
 * as fast as they are read. Options: `--text-only`, `--threshold NUMBER`.
 */
export async function classify(root: string, args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      "text-only": { type: "boolean", default: false },
      threshold: { type: "string", default: "0" },
    },
  });
  const threshold = Number(values.threshold);
  if (!(threshold >= 0 && threshold <= 1)) throw new TypeError("--threshold is 0 to 1.");
  const model = loadTextModel(readFileSync(path.join(root, weightsFile)));
  const options = { textOnly: values["text-only"], threshold };
  process.stdin.setEncoding("utf8");
  process.stdout.on("error", stopOnClosedPipe);
  for await (const line of splitLines(process.stdin, longestLine)) {
    if ("text" in line && line.text.trim() === "") continue;
    const answer =
      "text" in line
        ? classifyLine(line.text, model, options)
        : JSON.stringify({ error: `This line is longer than ${longestLine} characters.` });
    if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, "drain");
  }
}

/** Whoever reads the answers has seen enough: `… | head`. */
function stopOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
}
