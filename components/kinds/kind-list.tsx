import { VisuallyHidden } from "@mantine/core";
import { OpenNumber } from "@/components/balance/open-number";
import { categoryColor } from "@/components/ui/category-style";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatShare } from "@/components/ui/format";
import { categoryWords } from "@/lib/domain/glossary";
import type { CategoryKinds, KindLine } from "./kind-lines";
import classes from "./kinds.module.css";

type KindListProps = {
  of: CategoryKinds;
  /** The largest amount of any list: all bars are on its scale. */
  most: number;
  locale: string;
  onOpen: (line: KindLine) => void;
};

/** The kinds of one category: a bar each, how much it is, and what part of the category. */
export function KindList({ of, most, locale, onOpen }: KindListProps) {
  const { category, amount: whole, lines } = of;
  const { name } = categoryWords[category];
  return (
    <table className={classes.list}>
      <caption>
        <CategorySwatch category={category} /> {name}: {formatAmount(whole, locale)}
      </caption>
      <thead className={classes.head}>
        <tr>
          {["Kind", "", "Amount", `Part of ${name}`].map((column) => (
            <th scope="col" key={column}>
              <VisuallyHidden>{column}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.kind ?? "none"}>
            <th scope="row">{line.name}</th>
            <td className={classes.bar}>
              <span
                style={{
                  width: `${(100 * line.amount) / most}%`,
                  background: categoryColor(category),
                }}
              />
            </td>
            <td>
              <OpenNumber
                amount={formatAmount(line.amount, locale)}
                what={`${line.name}, ${name}`}
                onClick={() => onOpen(line)}
              />
            </td>
            <td className={classes.part}>{formatShare(line.amount / whole, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
