import { parseArgs } from "node:util";
import { createGithubStandIn } from "./github-stand-in.mjs";
import { readRecordedFolder } from "./recorded-folder.mjs";
import { smallRepository } from "./small-repository.mjs";

const usage = "usage: serve.mjs [FOLDER] [--port 8970] [--delay-ms 0] [--link-style cursor|page]";

/** Serves a folder of recorded issues as a GitHub on loopback; without one, a small repository. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8970" },
      "delay-ms": { type: "string", default: "0" },
      "link-style": { type: "string", default: "cursor" },
    },
  });
  const [folder] = positionals;
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

main().catch((error) => {
  const why = error instanceof Error ? error.message : String(error);
  console.error(`The stand-in did not start: ${why} (${usage})`);
  process.exit(1);
});
