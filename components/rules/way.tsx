import { CategorySwatch } from "@/components/ui/category-swatch";
import type { Category } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./rules.module.css";

/** `Feature → Maintenance`; null is unclassified. */
export function Way({ from, to }: { from: Category | null; to: Category | null }) {
  return (
    <span className={classes.way}>
      <span className={classes.end}>
        <CategorySwatch category={from ?? "unclassified"} />
        {categoryWords[from ?? "unclassified"].name} →
      </span>
      <span className={classes.end}>
        <CategorySwatch category={to ?? "unclassified"} />
        {categoryWords[to ?? "unclassified"].name}
      </span>
    </span>
  );
}
