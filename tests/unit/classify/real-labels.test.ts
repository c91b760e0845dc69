import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readLabel } from "@/lib/classify/read-label";
import { readTitle } from "@/lib/classify/read-title";
import { defaultCategoryOfKind } from "@/lib/domain/kind";
import { readCsv } from "./read-csv";

const shared = resolve(process.cwd(), "../shared");
const labelNames = resolve(shared, "training/github_label_names.csv");
const commits = resolve(shared, "training/dev_commits_10_repos.jsonl.gz");
const gui = resolve(shared, "recorded/github/bitcoin-core__gui");

function readLines(path: string): unknown[] {
  const text = gunzipSync(readFileSync(path)).toString("utf8").trim();
  return text.split("\n").map((line) => JSON.parse(line));
}

/** Share of the labels with this code that get a category; `work` leaves out the excluded. */
function shareOf(labels: Map<string, string[]>, code: string, work = false): number {
  const named = labels.get(code) ?? [];
  const hits = named.filter((label) => {
    const reading = readLabel(label);
    return reading && !(work && defaultCategoryOfKind[reading.kind] === "excluded");
  });
  return hits.length / named.length;
}

describe.skipIf(!existsSync(labelNames))(
  "32,235 coded label names (skipped where ../shared/training is absent)",
  () => {
    const labels = new Map<string, string[]>();
    if (existsSync(labelNames)) {
      for (const [, label = "", code = ""] of readCsv(readFileSync(labelNames, "utf8")).slice(1)) {
        labels.set(code, [...(labels.get(code) ?? []), label]);
      }
    }

    it("are all read from the file", () => {
      expect([...labels.values()].flat()).toHaveLength(32_235);
      expect(labels.get("type")).toHaveLength(1044);
    });

    // The rest of the type labels name none: "task", "patch", "breaking change", "user feedback".
    it("understands at least 74% of the labels coded as a type", () => {
      expect(shareOf(labels, "type")).toBeGreaterThan(0.74);
    });

    // What is left there is mostly right: "performance", "kind/security", "build system", "rfc".
    it.each([
      ["topic", 0.032],
      ["unknown", 0.02],
      ["priority", 0.015],
      ["version", 0.005],
      ["env", 0],
    ])("takes few of the labels coded as %s for a kind: at most %d", (code, most) => {
      expect(shareOf(labels, code)).toBeLessThanOrEqual(most);
    });

    it("takes at most 1% of the labels coded as a status for work", () => {
      expect(shareOf(labels, "status", true)).toBeLessThan(0.01);
    });
  },
);

describe.skipIf(!existsSync(gui))(
  "the labels of bitcoin-core/gui (skipped where ../shared/recorded is absent)",
  () => {
    const expected: Record<string, string> = {
      Bug: "bug",
      Feature: "new_feature",
      Refactoring: "refactor",
      Tests: "test",
      Doc: "documentation",
      "Questions and Help": "question",
      Brainstorming: "discussion",
    };

    it("are read as their words mean, and the others as nothing", () => {
      const labels: { name: string }[] = JSON.parse(
        readFileSync(resolve(gui, "labels.json"), "utf8"),
      );
      const read = labels.flatMap(({ name }) => {
        const kind = readLabel(name)?.kind;
        return kind ? [[name, kind]] : [];
      });
      expect(Object.fromEntries(read)).toEqual(expected);
    });
  },
);

describe.skipIf(!existsSync(commits))(
  "8,294 commit titles of ten repositories (skipped where ../shared/training is absent)",
  () => {
    type Commit = { title: string; raw: string };
    const kindOfRaw: Record<string, string> = { deps: "dependency", refactor: "refactor" };
    const rows = existsSync(commits) ? (readLines(commits) as Commit[]) : [];

    // The file's titles have lost their prefix; putting it back must give the type it had.
    it("are read as their conventional type once it stands before them", () => {
      for (const { title, raw } of rows) {
        const reading = readTitle(`${raw}: ${title}`);
        expect(reading, title).not.toBeNull();
        const expected = kindOfRaw[raw];
        if (expected && !/^(bump|update)/i.test(title)) expect(reading?.kind, title).toBe(expected);
      }
    });

    it("say little without it: prose is left to the text model", () => {
      const read = rows.filter(({ title }) => readTitle(title));
      const wrong = read.filter(({ title, raw }) => {
        return raw === "feat" && readTitle(title)?.kind !== "new_feature";
      });
      expect(wrong.length / rows.length).toBeLessThan(0.001);
    });
  },
);
