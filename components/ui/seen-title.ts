/** Signs that show nothing: some of them count as letters. */
const unseen = /[\s\p{C}\p{Mn}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/** A tracker's title, or words in its place where nothing of it could be seen, or pressed. */
export function seenTitle(title: string): string {
  return title.replaceAll(unseen, "") === "" ? "(no title that can be seen)" : title;
}
