import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { runCommand } from "../prepare/run-command.mjs";
import { getBrowser } from "../testing/get-browser.mjs";
import { commitLine } from "./commit-line.mjs";
import { measureInteractions } from "./interactions.mjs";
import { startApplication } from "./start-application.mjs";

/** Fetched for the run: a hundred packages that nobody else needs. */
const lighthouse = "lighthouse@12.8.2";
const rounds = 3;

const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
});

/**
 * `npm run bench:page`: Lighthouse on the dashboard of the sample product, as on a desktop and as on
 * a phone, and how long the dashboard takes to answer what is done there.
 */
export async function benchPage() {
  const browser = await getBrowser(projectRoot);
  console.log(commitLine());
  const app = await startApplication({ databaseUrl: null, dataDir: "" });
  try {
    const dashboard = await openSample(app.url);
    for (const preset of ["desktop", "phone"]) {
      for (let round = 1; round <= rounds; round++) {
        console.log(await measurePage({ browser, dashboard, preset, round }));
      }
    }
    for (const line of await measureInteractions({ browser, dashboard })) console.log(line);
  } finally {
    await app.stop();
  }
}

/** @param {string} url @returns {Promise<string>} the dashboard's address, once the sample is there */
async function openSample(url) {
  const created = await fetch(`${url}/api/products/sample`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: "{}",
  });
  if (!created.ok) throw new ExpectedFailure(`The sample was refused: ${await created.text()}`);
  const { id } = z.object({ id: z.string() }).parse(await created.json());
  const sources = z.object({ items: z.array(z.object({ lastSuccessAt: z.string().nullable() })) });
  for (;;) {
    const answer = await fetch(`${url}/api/products/${id}/sources`);
    const { items } = sources.parse(await answer.json());
    if (items.every(({ lastSuccessAt }) => lastSuccessAt !== null)) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return `${url}/products/${id}/balance`;
}

/**
 * @param {{ browser: string, dashboard: string, preset: string, round: number }} task
 * @returns {Promise<string>}
 */
async function measurePage({ browser, dashboard, preset, round }) {
  const file = path.join(projectRoot, ".cache", "bench", `lighthouse-${preset}-${round}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  const { code, output } = await runCommand(
    "npx",
    [
      ...["--yes", lighthouse, dashboard, "--quiet", "--output=json", `--output-path=${file}`],
      ...(preset === "desktop" ? ["--preset=desktop"] : []),
      ...["--only-categories=performance,accessibility,best-practices"],
      "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
    ],
    { cwd: projectRoot, env: { ...process.env, CHROME_PATH: browser } },
  );
  if (code !== 0) throw new ExpectedFailure(`Lighthouse failed:\n${output}`);
  const { categories, audits } = reportSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const scores = Object.entries(categories).map(
    ([name, { score }]) => `${name} ${Math.round((score ?? 0) * 100)}`,
  );
  const ms = (/** @type {string} */ name) => Math.round(audits[name]?.numericValue ?? Number.NaN);
  return (
    `${preset}, round ${round}: ${scores.join(", ")}; first paint ${ms("first-contentful-paint")} ms, ` +
    `largest ${ms("largest-contentful-paint")} ms, blocked ${ms("total-blocking-time")} ms`
  );
}
