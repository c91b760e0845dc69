import { createServer } from "node:http";
import { createGithubPages } from "./github-pages.mjs";
import { createJiraPages } from "./jira-pages.mjs";

/**
 * @typedef {{ url: URL, size: number, text: string }} Asked `size`: how many items the path names
 * @typedef {{ body: string | Buffer, link?: string | null }} Told
 */

/**
 * A tracker for benchmarks, as `tracker.mjs TRACKER ITEMS`: it has everything ready before it says
 * its address, checks nothing, and ends with its standard input. Behind `/first/N` it has N items.
 */
function main() {
  const [tracker, items] = process.argv.slice(2);
  const create = tracker === "jira" ? createJiraPages : createGithubPages;
  const answer = create(Number(items));
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const size = Number(url.pathname.split("/")[2]);
    const { body, link = null } = answer({ url, size, text });
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      ...(link === null ? {} : { link }),
    });
    response.end(body);
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port.");
    console.log(`http://127.0.0.1:${address.port}`);
  });
  process.stdin.resume().once("end", () => process.exit(0));
}

main();
