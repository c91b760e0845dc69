/** A question answered: what was right, what was said, how sure. */
export type Answer = { truth: string; said: string; confidence: number; group: string };

/** The mean over classes of F1, each class counting the same. */
export function macroF1(answers: readonly Answer[], classes: readonly string[]): number {
  let sum = 0;
  for (const name of classes) {
    let both = 0;
    let either = 0;
    for (const { truth, said } of answers) {
      if (truth === name && said === name) both += 1;
      if (truth === name) either += 1;
      if (said === name) either += 1;
    }
    sum += either > 0 ? (2 * both) / either : 0;
  }
  return sum / classes.length;
}

export function accuracy(answers: readonly Answer[]): number {
  return answers.filter(({ truth, said }) => truth === said).length / answers.length;
}

/** The surest first; of equals in the order given. */
function bySureness(answers: readonly Answer[]): Answer[] {
  return [...answers].sort((a, b) => b.confidence - a.confidence);
}

/** Accuracy of the surest part. */
export function accuracyAt(answers: readonly Answer[], coverage: number): number {
  return accuracy(bySureness(answers).slice(0, Math.round(answers.length * coverage)));
}

/** The largest part that can be answered with this accuracy, and the confidence where it ends. */
export function coverageAt(answers: readonly Answer[], wanted: number) {
  let right = 0;
  let part = 0;
  let threshold = 1;
  bySureness(answers).forEach(({ truth, said, confidence }, index) => {
    if (truth === said) right += 1;
    if (right / (index + 1) < wanted) return;
    part = (index + 1) / answers.length;
    threshold = confidence;
  });
  return { part, threshold };
}

/** Expected calibration error over ten equal bins of confidence. */
export function calibrationError(answers: readonly Answer[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  for (const { truth, said, confidence } of answers) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.count += 1;
    bin.sum += confidence;
    if (truth === said) bin.right += 1;
  }
  return bins.reduce((error, bin) => error + Math.abs(bin.right - bin.sum), 0) / answers.length;
}
