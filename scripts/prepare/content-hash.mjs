import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * Changes when the name or content of any file under the given places changes, and only then:
 * times, order and what is missing do not count.
 * @param {string} root absolute folder
 * @param {readonly string[]} places files or folders inside it; those that do not exist are skipped
 * @returns {string} hexadecimal SHA-256
 */
export function contentHash(root, places) {
  const files = places.flatMap((place) => filesUnder(root, place)).sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const content = createHash("sha256").update(readFileSync(path.join(root, file)));
    hash.update(`${file}\0${content.digest("hex")}\0`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} place relative, with `/`
 * @returns {string[]} relative paths of the regular files there
 */
function filesUnder(root, place) {
  const stats = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return stats.isFile() ? [place] : [];
  return readdirSync(path.join(root, place)).flatMap((name) =>
    filesUnder(root, `${place}/${name}`),
  );
}
