type Page = Pick<Window, "location" | "history" | "addEventListener" | "removeEventListener">;

/**
 * Hears what a mail's link ends with, and takes it out of the address: it is not for whoever looks on.
 * Another link that is opened in the same tab changes only what stands behind the `#`, and loads nothing.
 * Gives the way to stop.
 */
export function watchSecret(page: Page, heard: (secret: string) => void): () => void {
  const take = () => {
    const { hash, pathname } = page.location;
    if (hash.length < 2) return;
    page.history.replaceState(page.history.state, "", pathname);
    heard(hash.slice(1));
  };
  take();
  page.addEventListener("hashchange", take);
  return () => page.removeEventListener("hashchange", take);
}
