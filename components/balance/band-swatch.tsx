/** A small sample of the chart's band of what is contested. Says nothing to a screen reader. */
export function BandSwatch() {
  return (
    <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true" style={{ flexShrink: 0 }}>
      <path d="M0 1.5H16M0 10.5H16" stroke="var(--ink)" strokeDasharray="4 2" />
      <path d="M1 10 8 2M6 10 13 2M11 10 16 4M0 6 4 2" stroke="var(--ink)" strokeWidth="0.9" />
    </svg>
  );
}
