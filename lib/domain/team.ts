/** The most teams of a product, and the most that one question can name. */
export const mostTeams = 200;
export const mostTeamsAsked = 20;

/** What makes two names of teams the same: neither case nor the way a letter is composed. */
export function teamIdentity(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
