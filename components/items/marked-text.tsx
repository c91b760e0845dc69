import { markPhrases } from "./deciding-phrases";
import classes from "./item-detail-view.module.css";

/** A tracker's text with the words that decided marked in it. */
export function MarkedText({ text, phrases }: { text: string; phrases: readonly string[] }) {
  let at = 0;
  return (
    <bdi>
      {markPhrases(text, phrases).map((part) => {
        at += part.text.length;
        if (!part.marked) return part.text;
        return (
          <mark key={at} className={classes.mark}>
            {part.text}
          </mark>
        );
      })}
    </bdi>
  );
}
