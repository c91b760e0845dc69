import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleScript } from "../prepare/bundle-script.mjs";
import { projectRoot } from "../prepare/project-root.mjs";
import { commitLine } from "./commit-line.mjs";

const bundle = path.join(projectRoot, ".cache", "bench", "measure-forecast.mjs");

/** `npm run bench:forecast`: the back-test on the recorded data, and how fast a forecast is. */
export async function benchForecast() {
  await bundleScript(projectRoot, { entry: "scripts/bench/measure-forecast.ts", outfile: bundle });
  const { measureForecast } = await import(pathToFileURL(bundle).href);
  console.log(commitLine());
  measureForecast(projectRoot);
}
