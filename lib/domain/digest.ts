/** How often a product's digest is made, on its first day of the week or of the month. */
export const digestFrequencies = ["off", "weekly", "two_weeks", "monthly"] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

/** The hour of the product's day from which on it is made. */
export const digestHour = 8;

/** Where a message stands that a webhook is to get. */
export const messageStates = ["queued", "sent", "given_up"] as const;

/** After how many minutes each a message that did not arrive is tried again; then it is given up. */
export const messageWaitsMinutes = [1, 5, 15, 60, 240] as const;
