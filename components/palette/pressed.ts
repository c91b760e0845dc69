type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "target"
>;

/** Where `?` is a character. */
const typing = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/** What a key opens: Ctrl or ⌘ with K everywhere, `?` where nobody types a text. */
export function pressedOf(event: KeyPress): "palette" | "keys" | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, target } = event;
  if (altKey || repeat) return null;
  if (ctrlKey !== metaKey) return key.toLowerCase() === "k" && !shiftKey ? "palette" : null;
  if (key !== "?" || ctrlKey) return null;
  const isTyping = target !== null && target instanceof Element && target.closest(typing);
  return isTyping ? null : "keys";
}
