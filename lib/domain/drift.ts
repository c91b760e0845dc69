/** Where a share lies against what was agreed. `too_few`: chance alone could have done it. */
export const driftPlaces = ["inside", "below", "above", "too_few"] as const;
export type DriftPlace = (typeof driftPlaces)[number];

/** Which way the share has gone against what was agreed. */
export const driftDirections = ["approaching", "moving_away", "steady"] as const;
export type DriftDirection = (typeof driftDirections)[number];
