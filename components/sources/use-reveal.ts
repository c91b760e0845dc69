import { useState } from "react";

/**
 * Whether a part of a form is shown, and what shows it. Once needed (it holds an error or a text)
 * it stays: a field does not go away under the hands of whoever empties it.
 */
export function useReveal(isNeeded: boolean): [boolean, () => void] {
  const [shown, setShown] = useState(false);
  if (isNeeded && !shown) setShown(true);
  return [shown || isNeeded, () => setShown(true)];
}
