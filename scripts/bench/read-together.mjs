import { ExpectedFailure } from "../prepare/expected-failure.mjs";

/**
 * @typedef {object} Load many readers at once, beside one alone, and how health answered meanwhile
 * @property {string} name
 * @property {number[]} first one reader, of what nobody has asked for yet
 * @property {number[]} alone one reader, again
 * @property {number[]} times
 * @property {number} errors
 * @property {number} slowestHealth
 */

const readers = 50;

/**
 * One reader of an address, then fifty at once who each look twice.
 * @param {{ name: string, address: string, health: string, rounds: number }} task
 * @returns {Promise<Load>}
 */
export async function readTogether({ name, address, health, rounds }) {
  const first = await timesOf(1, () => readWhole(address), false);
  const alone = await timesOf(rounds, () => readWhole(address));
  let errors = 0;
  let reading = true;
  const healthTimes = (async () => {
    const times = [0];
    while (reading) times.push(...(await timesOf(1, () => readWhole(health), false)));
    return times;
  })();
  const times = await Promise.all(
    Array.from({ length: readers }, () =>
      timesOf(2, () => readWhole(address), false).catch(() => {
        errors += 1;
        return [];
      }),
    ),
  );
  reading = false;
  const slowestHealth = Math.max(...(await healthTimes));
  return { name, first, alone, times: times.flat(), errors, slowestHealth };
}

/** @param {string} address */
export async function readWhole(address) {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new ExpectedFailure(`${address} answered ${answer.status}.`);
}

/**
 * @param {number} rounds @param {() => Promise<void>} work
 * @param {boolean} [warm] whether it is done once before it is timed
 */
export async function timesOf(rounds, work, warm = true) {
  if (warm) await work();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const beganAt = performance.now();
    await work();
    times.push(performance.now() - beganAt);
  }
  return times;
}
