type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "repeat" | "target"
>;

const withCommand = new Map<string, "palette" | "print">([
  ["k", "palette"],
  ["p", "print"],
]);

/** Where `?` is a character. */
const typing = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/** What a key asks for: Ctrl or ⌘ with K or P everywhere, `?` where nobody types a text. */
export function pressedOf(event: KeyPress): "palette" | "print" | "keys" | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, target } = event;
  if (altKey || repeat) return null;
  if (ctrlKey !== metaKey) return shiftKey ? null : (withCommand.get(key.toLowerCase()) ?? null);
  if (key !== "?" || ctrlKey) return null;
  const isTyping = target !== null && target instanceof Element && target.closest(typing);
  return isTyping ? null : "keys";
}
