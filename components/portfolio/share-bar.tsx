import { barsPath } from "@/components/charts/bars-path";
import { CategoryPatterns, patternId } from "@/components/ui/category-patterns";
import { categoryColor } from "@/components/ui/category-style";
import type { Shares } from "@/lib/domain/balance";
import { balanceCategories } from "@/lib/domain/category";

const width = 140;
const height = 16;

/** The four shares as one patterned bar; empty where none can be given. Names no number: they stand beside. */
export function ShareBar({ shares, scope }: { shares: Shares; scope: string }) {
  const starts = balanceCategories.map((_, index) =>
    balanceCategories.slice(0, index).reduce((sum, before) => sum + (shares[before] ?? 0), 0),
  );
  return (
    <svg width={width + 1} height={height + 1} aria-hidden="true">
      <CategoryPatterns scope={scope} />
      {shares.feature === null ? (
        <path d={`M0 ${height / 2}H${width}`} stroke="var(--line)" strokeDasharray="3 3" />
      ) : (
        balanceCategories.map((category, index) => {
          const from = starts[index] ?? 0;
          const bar = {
            left: from * width + 0.5,
            right: (from + (shares[category] ?? 0)) * width + 0.5,
            top: 0.5,
            bottom: height + 0.5,
          };
          return bar.right - bar.left < 0.5 ? null : (
            <path
              key={category}
              d={barsPath([bar])}
              fill={`url(#${patternId(scope, category)})`}
              stroke={categoryColor(category)}
            />
          );
        })
      )}
    </svg>
  );
}
