const ownOrigin = "http://own.invalid";

/** Where somebody goes on after signing in: a page of our own and nothing else, or the start. */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || !URL.canParse(asked, ownOrigin)) return "/";
  const { origin, pathname, search, hash } = new URL(asked, ownOrigin);
  const isPage = !/^\/(api|sign-in|_next)(\/|$)/.test(pathname);
  // A path of two slashes is an address of another host once it stands by itself.
  return origin === ownOrigin && isPage && !pathname.startsWith("//")
    ? `${pathname}${search}${hash}`
    : "/";
}

/** The page to sign in at, which leads on to `path`. Signing in elsewhere takes few characters plainly. */
export function signInAddress(path: string): string {
  const escaped = encodeURIComponent(path).replace(
    /[!'()*~]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `/sign-in?next=${escaped}`;
}
