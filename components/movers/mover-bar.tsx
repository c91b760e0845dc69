import { categoryColor } from "@/components/ui/category-style";

/**
 * From the middle to the right what raised the feature share, to the left what lowered it; `part`
 * is -1 to 1 of the widest. The points beside it say the same in words.
 */
export function MoverBar({ part }: { part: number }) {
  const width = Math.abs(part) * 50;
  const raises = part > 0;
  return (
    <svg
      width="100%"
      height="12"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ display: "block" }}
    >
      <rect
        x={raises ? 50 : 50 - width}
        y="1"
        width={width}
        height="10"
        fill={raises ? categoryColor("feature") : "var(--mantine-color-dimmed)"}
      />
      <path d="M50 0v12" stroke="var(--ink)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
