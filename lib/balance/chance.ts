/** Of a hundred shares that chance alone makes, so many lie inside its band. */
const confidence = 0.9;
/** The 95th percentile of the normal distribution: 5 of 100 lie beyond it on either side. */
const z = 1.6448536269514722;
/** Above so many items the normal distribution tells no other whole item, and takes no time. */
const mostExact = 5000;

/**
 * Between what shares `items` would lie nine times in ten if each were a feature with the chance
 * `share`: the central part of the binomial distribution, exact for few items, else by its normal
 * approximation (the score interval's; Wilson 1927; compared by Brown, Cai and DasGupta 2001,
 * "Interval Estimation for a Binomial Proportion", Statistical Science 16). Null without items.
 */
export function chanceBand(share: number, items: number): { least: number; most: number } | null {
  const count = Math.floor(items);
  if (count <= 0) return null;
  if (share <= 0 || share >= 1) return { least: share, most: share };
  if (count > mostExact) {
    const half = z * Math.sqrt((share * (1 - share)) / count);
    return { least: Math.max(0, share - half), most: Math.min(1, share + half) };
  }
  return exactBand(share, count);
}

function exactBand(share: number, count: number): { least: number; most: number } {
  const tail = (1 - confidence) / 2;
  const odds = Math.log(share) - Math.log1p(-share);
  // In logarithms: the chance of no feature among 5,000 items is no number of 64 bits.
  let logChance = count * Math.log1p(-share);
  let below = 0;
  let least = 0;
  for (let features = 0; features <= count; features++) {
    const upTo = below + Math.exp(logChance);
    if (below <= tail && upTo > tail) least = features;
    if (upTo >= 1 - tail) return { least: least / count, most: features / count };
    below = upTo;
    logChance += odds + Math.log((count - features) / (features + 1));
  }
  return { least: least / count, most: 1 };
}
