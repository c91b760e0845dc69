/** Counts each token's requests within the hour, in the headers GitHub tells them in. */
export class RateLimits {
  /** @type {Map<string, { used: number, resetSeconds: number }>} */
  #windows = new Map();

  /** @param {number} limit @param {() => Date} now */
  constructor(limit, now) {
    this.limit = limit;
    this.now = now;
  }

  /** Counts one request; false where none is left. @param {string} who */
  spend(who) {
    const window = this.#window(who);
    if (window.used >= this.limit) return false;
    window.used += 1;
    return true;
  }

  /** A request answered 304 is not counted. @param {string} who */
  giveBack(who) {
    this.#window(who).used -= 1;
  }

  /** @param {string} who */
  status(who) {
    const { used, resetSeconds } = this.#window(who);
    return { limit: this.limit, used, remaining: this.limit - used, reset: resetSeconds };
  }

  /** @param {string} who @returns {Record<string, string>} */
  headers(who) {
    if (this.limit === Number.POSITIVE_INFINITY) return {};
    const { limit, used, remaining, reset } = this.status(who);
    return {
      "x-ratelimit-limit": `${limit}`,
      "x-ratelimit-remaining": `${remaining}`,
      "x-ratelimit-reset": `${reset}`,
      "x-ratelimit-resource": "core",
      "x-ratelimit-used": `${used}`,
    };
  }

  /** @param {string} who */
  #window(who) {
    const nowSeconds = Math.floor(this.now().getTime() / 1000);
    const current = this.#windows.get(who);
    if (current !== undefined && current.resetSeconds > nowSeconds) return current;
    const fresh = { used: 0, resetSeconds: nowSeconds + 3600 };
    this.#windows.set(who, fresh);
    return fresh;
  }
}
