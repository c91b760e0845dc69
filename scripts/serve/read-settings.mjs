import { existsSync } from "node:fs";
import path from "node:path";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";

const loopbackHosts = ["127.0.0.1", "::1", "localhost"];

/**
 * @typedef {object} ServeSettings
 * @property {string} host
 * @property {number} port 0 asks for any free one
 * @property {string | null} databaseUrl null uses the embedded database
 * @property {string} dataFolder absolute
 */

/**
 * Adds the settings of `.env` in the project's root; what the environment names already wins.
 * @param {string} root
 */
export function loadSettingsFile(root) {
  const file = path.join(root, ".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new ExpectedFailure(`${file} cannot be read: ${error instanceof Error && error.message}`);
  }
}

/**
 * The settings needed before the application's own modules can be loaded; it checks the rest.
 * An empty value counts as not given.
 * @param {Record<string, string | undefined>} env
 * @param {string} root
 * @returns {ServeSettings}
 * @throws {ExpectedFailure} naming the setting at fault
 */
export function readServeSettings(env, root) {
  return {
    host: readHost(env.HOST || "127.0.0.1", env.ACCOUNTS === "on"),
    port: readPort(env.PORT || "3000"),
    databaseUrl: env.DATABASE_URL || null,
    dataFolder: path.resolve(root, env.DATA_DIR || "data"),
  };
}

/**
 * @param {string} host
 * @param {boolean} hasAccounts
 */
function readHost(host, hasAccounts) {
  if (hasAccounts || loopbackHosts.includes(host)) return host;
  throw new ExpectedFailure(
    `HOST=${host} would let other machines in, which needs accounts: switch them on with ACCOUNTS=on, ` +
      `or use ${loopbackHosts.join(", ")}.`,
  );
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ExpectedFailure(`PORT=${text} is not a port. Give a number from 1 to 65535.`);
}
