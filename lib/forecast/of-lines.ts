import type { ForecastLine } from "@/lib/domain/forecast";

/** Something of each line, by its name. */
export function ofLines<Value>(of: (line: ForecastLine) => Value): Record<ForecastLine, Value> {
  return {
    feature: of("feature"),
    maintenance: of("maintenance"),
    rewrite: of("rewrite"),
    tech_debt: of("tech_debt"),
    unclassified: of("unclassified"),
    together: of("together"),
  };
}
