const minimum = { major: 20, minor: 19 };

/**
 * One line that says what to do, or null where the version will do. Kept to syntax that old Node reads.
 * @param {string} version such as `20.19.0`
 */
export function tooOldMessage(version) {
  const parts = version.split(".").map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > minimum.major || (major === minimum.major && minor >= minimum.minor)) return null;
  const needed = `${minimum.major}.${minimum.minor}`;
  return (
    `Backlog Balance needs Node.js ${needed} or newer; this is ${version}. ` +
    "Install a newer one from https://nodejs.org and start again."
  );
}
