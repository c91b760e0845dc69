type BarSegmentProps = {
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  stroke: string;
  row: { complete: boolean; weight: number };
};

/** One category of one bar: thinner where it rests on few items, lighter and dashed while it runs. */
export function BarSegment({ x, y, width, height, fill, stroke, row }: BarSegmentProps) {
  if (height <= 0) return <g />;
  const drawn = Math.max(1, width * row.weight);
  return (
    <rect
      x={x + (width - drawn) / 2}
      y={y}
      width={drawn}
      height={height}
      fill={fill}
      fillOpacity={row.complete ? 1 : 0.45}
      stroke={stroke}
      strokeWidth={1}
      strokeDasharray={row.complete ? undefined : "3 3"}
    />
  );
}
