import { parseArgs } from "node:util";
import { createGithubStandIn } from "./github-stand-in.mjs";
import { readRecordedSite, recordedKeys } from "./jira-recorded.mjs";
import { plainIssues, siteOf } from "./jira-small-site.mjs";
import { createJiraStandIn } from "./jira-stand-in.mjs";
import { readRecordedFolder } from "./recorded-folder.mjs";
import { smallRepository } from "./small-repository.mjs";

const usage =
  "usage: serve.mjs [FOLDER] [--jira cloud|data_center] [--port 8970] [--delay-ms 0] [--link-style cursor|page]";

/**
 * Serves a folder of recorded issues as a GitHub (or a Jira) on loopback; without one, a small
 * repository (or site).
 */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8970" },
      "delay-ms": { type: "string", default: "0" },
      "link-style": { type: "string", default: "cursor" },
      jira: { type: "string" },
    },
  });
  const [folder] = positionals;
  if (values.jira !== undefined) return serveJira(folder, values.jira, Number(values.port));
  const repositories = folder === undefined ? [smallRepository()] : readRecordedFolder(folder);
  const linkStyle = values["link-style"] === "page" ? "page" : "cursor";
  const delayMs = Number(values["delay-ms"]);
  const standIn = createGithubStandIn({ repositories, linkStyle, delayMs });
  const url = await standIn.start(Number(values.port));
  const names = repositories.map(({ owner, name }) => `${owner}/${name}`).join(" or ");
  console.log(
    `GitHub stand-in at ${url} (start the app with ALLOWED_UPSTREAM_HOSTS=${standIn.host}): API URL ${url}, repository ${names}`,
  );
}

/** @param {string | undefined} folder @param {string} mode @param {number} port */
async function serveJira(folder, mode, port) {
  const site =
    folder === undefined ? siteOf(plainIssues(60)) : readRecordedSite(folder, recordedKeys(folder));
  const isCloud = mode === "cloud";
  const standIn = createJiraStandIn({ mode: isCloud ? "cloud" : "data_center", site });
  const url = await standIn.start(port);
  const keys = site.projects.map(({ key }) => key).join(" or ");
  console.log(
    `Jira stand-in at ${url} (start the app with ALLOWED_UPSTREAM_HOSTS=${standIn.host}): site ${url}, project ${keys}, token personal-token`,
  );
}

main().catch((error) => {
  const why = error instanceof Error ? error.message : String(error);
  console.error(`The stand-in did not start: ${why} (${usage})`);
  process.exit(1);
});
