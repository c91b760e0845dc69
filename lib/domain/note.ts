/** What a dated note tells of: `figures` are usage, revenue and the like, `feedback` what users say. */
export const noteKinds = ["release", "deadline", "feedback", "figures", "note"] as const;
export type NoteKind = (typeof noteKinds)[number];

/** The most notes of a product, and the most characters of one. */
export const mostNotes = 1000;
export const longestNote = 2000;
