const unseen = new Set<() => void>();

/** Registers a part of the page that is not loaded before it is seen, until it is or goes away. */
export function addUnseen(show: () => void): () => void {
  unseen.add(show);
  return () => unseen.delete(show);
}

/** Whether there are parts that nobody has scrolled to. */
export function hasUnseen(): boolean {
  return unseen.size > 0;
}

/** Has them loaded as if they were seen. */
export function showUnseen(): void {
  for (const show of unseen) show();
}
