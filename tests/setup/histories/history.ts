import { createRandom } from "@/lib/connectors/sample/history/random";

export const stepKinds = ["edits", "sync", "trouble", "calm", "stop", "freeze", "thaw"] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step draws its own choices from its own seed, so that leaving another one out changes none. */
export type Step = { kind: StepKind; seed: number };

export type History = { seed: number; steps: Step[] };

const weights: Record<StepKind, number> = {
  edits: 4,
  sync: 5,
  trouble: 2.5,
  calm: 1.5,
  stop: 0.5,
  freeze: 0.7,
  thaw: 0.5,
};
const fewest = 4;
const spread = 8;

/** The history of a seed: always the same. */
export function historyOf(seed: number): History {
  const random = createRandom(Math.imul(seed + 1, 0x9e3779b1));
  const length = fewest + Math.floor(random.next() * spread);
  const steps = Array.from({ length }, (): Step => {
    const kind = random.weighted(weights, "sync");
    return { kind, seed: Math.floor(random.next() * 2 ** 31) };
  });
  return { seed, steps };
}
