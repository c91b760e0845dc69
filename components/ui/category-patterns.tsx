import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";
import { type CategoryPattern, categoryColor, categoryStyle } from "./category-style";

const tile = 8;
const marks: Record<CategoryPattern, string> = {
  solid: "",
  dots: "M2 2h.01M6 6h.01",
  diagonal: "M-1 9 9 -1M-1 1 1 -1M7 9 9 7",
  cross: "M-1 9 9 -1M-1 -1 9 9",
  hatch: "M-1 9 9 -1M-1 1 1 -1M7 9 9 7",
};

/** The id of a category's pattern within the picture `scope`. */
export function patternId(scope: string, category: ChartedCategory): string {
  return `${scope}-${category}`;
}

/** SVG definitions, one fill per charted category; `scope` keeps two pictures' ids apart. */
export function CategoryPatterns({ scope }: { scope: string }) {
  return (
    <defs>
      {chartedCategories.map((category) => {
        const { pattern } = categoryStyle[category];
        const outlined = pattern === "hatch";
        return (
          <pattern
            key={category}
            id={patternId(scope, category)}
            width={tile}
            height={tile}
            patternUnits="userSpaceOnUse"
          >
            <rect
              width={tile}
              height={tile}
              fill={outlined ? "var(--surface)" : categoryColor(category)}
            />
            <path
              d={marks[pattern]}
              stroke={outlined ? categoryColor(category) : "var(--surface)"}
              strokeOpacity={outlined ? 0.55 : 0.5}
              strokeWidth={pattern === "dots" ? 2 : 1}
              strokeLinecap="round"
              fill="none"
            />
          </pattern>
        );
      })}
    </defs>
  );
}
