import path from "node:path";

/**
 * What the search may ask of the machine, passed in so that it can be tested without one.
 * @typedef {object} PostgresSearch
 * @property {Record<string, string | undefined>} env
 * @property {(folder: string) => string[]} list names in a folder; empty where there is none
 * @property {(file: string) => string | null} real the file behind any links, or null
 * @property {(file: string, argument: string) => string | null} ask what the program prints, or null
 *   where it cannot be run
 */

/**
 * @typedef {object} PostgresBinaries
 * @property {string} postgres absolute path
 * @property {string} initdb absolute path
 * @property {number} major such as 15
 */

const oldestMajor = 15;

/**
 * The first local PostgreSQL of version 15 or newer that has both programs a server needs.
 * @param {PostgresSearch} search
 * @returns {PostgresBinaries | null}
 */
export function findPostgres(search) {
  for (const folder of candidateFolders(search)) {
    const binaries = binariesIn(search, folder);
    if (binaries) return binaries;
  }
  return null;
}

/**
 * @param {PostgresSearch} search
 * @returns {Generator<string>}
 */
function* candidateFolders(search) {
  yield* (search.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  for (const parent of ["/usr/lib/postgresql", "/usr/lib64/postgresql"]) {
    const versions = search.list(parent).sort((a, b) => Number(b) - Number(a));
    yield* versions.map((version) => `${parent}/${version}/bin`);
  }
  yield "/usr/local/pgsql/bin";
  const told = search.ask("pg_config", "--bindir")?.trim();
  if (told) yield told;
}

/**
 * A `postgres` on the PATH is often a link into the folder where `initdb` stands beside it.
 * @param {PostgresSearch} search
 * @param {string} folder
 * @returns {PostgresBinaries | null}
 */
function binariesIn(search, folder) {
  const postgres = search.real(path.join(folder, "postgres"));
  if (!postgres) return null;
  const initdb = search.real(path.join(path.dirname(postgres), "initdb"));
  if (!initdb) return null;
  const major = majorVersion(search.ask(postgres, "--version") ?? "");
  return major !== null && major >= oldestMajor ? { postgres, initdb, major } : null;
}

/**
 * @param {string} text such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` or `… 18beta1`
 * @returns {number | null}
 */
export function majorVersion(text) {
  const found = /\(PostgreSQL\) (\d+)/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
