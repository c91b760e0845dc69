/** The instant a Retry-After header (RFC 9110: seconds or an HTTP date) names; null for neither. */
export function instantAfter(retryAfter: string, now: Date): Date | null {
  const seconds = Number(retryAfter);
  if (retryAfter.trim() !== "" && Number.isFinite(seconds)) {
    return new Date(now.getTime() + Math.min(Math.max(seconds, 0), 86_400) * 1000);
  }
  const date = new Date(retryAfter);
  return Number.isNaN(date.getTime()) ? null : date;
}
