/** Something a person can put right; its message is the one line they are shown. */
export class ExpectedFailure extends Error {
  /** @param {string} message what is wrong and what to do about it */
  constructor(message) {
    super(message);
    this.name = "ExpectedFailure";
  }
}

/**
 * The system's code of an error, such as `ENOENT`, or undefined.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function errorCode(error) {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
