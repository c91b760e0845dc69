import type { CategoryOrNone } from "@/lib/domain/category";
import { type CategoryPattern, categoryColor, categoryStyle } from "./category-style";

const marks: Record<CategoryPattern, string> = {
  solid: "",
  dots: "M3.5 3.5h.01M8.5 3.5h.01M6 6h.01M3.5 8.5h.01M8.5 8.5h.01",
  diagonal: "M0 6 6 0M0 12 12 0M6 12l6-6",
  cross: "M0 6 6 0M0 12 12 0M6 12l6-6M6 0l6 6M0 0l12 12M0 6l6 6",
  hatch: "M0 8 8 0M4 12l8-8",
};

/** A small sample of the category's colour and pattern. Says nothing to a screen reader: name it beside. */
export function CategorySwatch({ category }: { category: CategoryOrNone }) {
  const { pattern } = categoryStyle[category];
  const color = categoryColor(category);
  const outlined = pattern === "hatch";
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" style={{ flexShrink: 0 }}>
      <rect
        x="0.5"
        y="0.5"
        width="11"
        height="11"
        rx="2"
        fill={outlined ? "none" : color}
        stroke={color}
        strokeDasharray={category === "excluded" ? "2 2" : undefined}
      />
      {category === "excluded" ? null : (
        <path
          d={marks[pattern]}
          stroke={outlined ? color : "var(--surface)"}
          strokeOpacity={outlined ? 0.8 : 0.75}
          strokeWidth={pattern === "dots" ? 1.6 : 1}
          strokeLinecap="round"
          fill="none"
        />
      )}
    </svg>
  );
}
