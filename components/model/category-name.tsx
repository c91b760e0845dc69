import { CategorySwatch } from "@/components/ui/category-swatch";
import type { BalanceCategory } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./model.module.css";

export function CategoryName({ category }: { category: BalanceCategory }) {
  return (
    <span className={classes.category}>
      <CategorySwatch category={category} /> {categoryWords[category].name}
    </span>
  );
}
