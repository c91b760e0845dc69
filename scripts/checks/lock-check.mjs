import { satisfiesRange } from "./engine-range.mjs";

/**
 * @typedef {object} LockEntry
 * @property {string} [name]
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {{ node?: string }} [engines]
 */

/** @typedef {{ packages: Record<string, LockEntry> }} Lock */

/** Node versions the product promises to run on: the oldest and the newest that is tested. */
const promisedNodes = ["20.19.0", "24.0.0"];

/** What `npm ci` compares between the two files. */
const declared = /** @type {const} */ (["dependencies", "devDependencies", "optionalDependencies"]);

/**
 * What would make an install fail on another machine, or name the registry it was made with.
 * @param {Lock} lock package-lock.json
 * @param {LockEntry} manifest package.json
 * @returns {string[]} one line a problem; empty where it is sound
 */
export function lockProblems(lock, manifest) {
  const root = lock.packages[""] ?? {};
  return [
    ...rootProblems(root, manifest),
    ...Object.entries(lock.packages).flatMap(([folder, entry]) => [
      ...missingPackages(lock, folder, entry),
      ...addressProblems(folder, entry),
      ...engineProblems(folder, entry),
    ]),
  ];
}

/**
 * @param {LockEntry} root
 * @param {LockEntry} manifest
 */
function rootProblems(root, manifest) {
  const problems = declared
    .filter((kind) => sortedText(root[kind]) !== sortedText(manifest[kind]))
    .map((kind) => `${kind} differ between package.json and package-lock.json: run npm install`);
  if (root.version === manifest.version) return problems;
  return [...problems, `the lock says version ${root.version}, package.json ${manifest.version}`];
}

/** @param {Record<string, string> | undefined} versions */
function sortedText(versions = {}) {
  return JSON.stringify(Object.entries(versions).sort(([a], [b]) => a.localeCompare(b)));
}

/**
 * npm drops an optional platform package that the registry lacks without a word, and `npm ci` then
 * fails on that platform.
 * @param {Lock} lock
 * @param {string} folder
 * @param {LockEntry} entry
 */
function missingPackages(lock, folder, entry) {
  const needed = { ...entry.dependencies, ...entry.optionalDependencies };
  return Object.entries(needed)
    .filter(([name]) => !isLocked(lock, folder, name))
    .map(([name, range]) => `${folder || "package.json"} needs ${name}@${range}: not in the lock`);
}

/**
 * Looks where Node would: in the package's own node_modules, then in each one above it.
 * @param {Lock} lock
 * @param {string} folder
 * @param {string} name
 */
function isLocked(lock, folder, name) {
  for (
    let place = folder;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))
  ) {
    if (lock.packages[`${place ? `${place}/` : ""}node_modules/${name}`]) return true;
    if (!place) return false;
  }
}

/**
 * @param {string} folder
 * @param {LockEntry} entry
 */
function addressProblems(folder, entry) {
  const named = entry.resolved !== undefined && /^[a-z+]+:/i.test(entry.resolved);
  return named ? [`${folder} names where it was downloaded from: see .npmrc`] : [];
}

/**
 * An optional package is left out where the Node is not one of its own.
 * @param {string} folder
 * @param {LockEntry} entry
 */
function engineProblems(folder, entry) {
  const range = entry.engines?.node;
  if (range === undefined || entry.dev || entry.optional) return [];
  return promisedNodes
    .filter((version) => !satisfiesRange(version, range))
    .map((version) => `${folder || "package.json"} asks for Node ${range}, not ${version}`);
}
