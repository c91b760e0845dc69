import type { ReactNode } from "react";
import { CategorySwatch } from "@/components/ui/category-swatch";
import type { ChartedCategory } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./flow.module.css";

type FlowMultipleProps = { category: ChartedCategory; words: ReactNode; children: ReactNode };

/** One of several small pictures on one scale: whose it is, its figures in words, the picture. */
export function FlowMultiple({ category, words, children }: FlowMultipleProps) {
  return (
    <figure className={classes.multiple}>
      <figcaption className={classes.caption}>
        <strong className={classes.name}>
          <CategorySwatch category={category} /> {categoryWords[category].name}
        </strong>
        {words}
      </figcaption>
      <div className={classes.plot}>{children}</div>
    </figure>
  );
}
