import { setImmediate as turn } from "node:timers/promises";

/** Takes the steps of a long calculation with all that waits in between: requests are answered meanwhile. */
export async function withoutStalling<Result>(
  steps: Generator<undefined, Result>,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}
