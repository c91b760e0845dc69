/** What is known of a repository and of its server when its first history is to be read. */
type Known = {
  /** Null where the server tells no limit: Enterprise servers have none unless one is set up. */
  requestsPerHour: number | null;
  /** The newest number, which bounds how many records there are; null where it is not known. */
  total: number | null;
};

/** With fewer, as github.com allows without a token, every request is needed for the walk. */
const fewestRequestsPerHour = 1000;

/** Leaves the rest for walks, for other sources of the same token and for other programs. */
const sharePercent = 20;

/** Where no limit is told: read five at a time, some minutes' worth. */
const mostRecordsWithoutLimit = 5000;

/** Whether a server allows so many requests that single histories may be thought of at all. */
export function allowsHistories({ requestsPerHour }: Pick<Known, "requestsPerHour">): boolean {
  return requestsPerHour === null || requestsPerHour >= fewestRequestsPerHour;
}

/**
 * Whether all histories of a repository may be read one request each. It is all or none, by what the
 * repository and its server are, so that a walk which goes on elsewhere or later decides alike.
 */
export function mayReadSingly({ requestsPerHour, total }: Known): boolean {
  if (total === null || !allowsHistories({ requestsPerHour })) return false;
  if (requestsPerHour === null) return total <= mostRecordsWithoutLimit;
  return total <= (requestsPerHour * sharePercent) / 100;
}
