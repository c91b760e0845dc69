/** How long somebody may take to sign in elsewhere: Better Auth's row, its cookie and ours end together. */
export const tripSeconds = 600;

/** What Better Auth calls the cookie by which the browser proves that the trip was begun in it. */
export const stateCookie = "state";
