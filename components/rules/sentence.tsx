import type { Words } from "./rule-words";
import classes from "./rules.module.css";

/** A sentence with the tracker's own values set apart from ours. */
export function Sentence({ words }: { words: Words }) {
  return words.map((word, index) => {
    if (typeof word === "string") return word;
    // A sentence is built anew with its rule: its parts have no other identity than their place.
    const key = `${index} ${word.value}`;
    return (
      <em key={key} className={classes.value}>
        <bdi>{word.value}</bdi>
      </em>
    );
  });
}
