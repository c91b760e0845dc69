import type { CategoryOrNone } from "@/lib/domain/category";

/** How a category is drawn where colour alone must not carry the meaning. */
export type CategoryPattern = "solid" | "dots" | "diagonal" | "cross" | "hatch";

export type CategoryStyle = { light: string; dark: string; pattern: CategoryPattern };

/**
 * The one definition of the categories' colours and patterns; charts, badges and tables read it.
 * Blue, green, purple and vermilion stay apart under the common colour-vision deficiencies.
 */
export const categoryStyle: Record<CategoryOrNone, CategoryStyle> = {
  feature: { light: "#0072B2", dark: "#4BA3DC", pattern: "solid" },
  maintenance: { light: "#009E73", dark: "#2CB892", pattern: "dots" },
  rewrite: { light: "#CC79A7", dark: "#DB9CC1", pattern: "diagonal" },
  tech_debt: { light: "#D55E00", dark: "#EE8A46", pattern: "cross" },
  unclassified: { light: "#6B7280", dark: "#9AA2AE", pattern: "hatch" },
  excluded: { light: "#6B7280", dark: "#9AA2AE", pattern: "hatch" },
};

/** What the page behind shapes and text is painted with. */
export const surface = { light: "#ffffff", dark: "#17191d" } as const;

/** The custom property that holds the category's colour in the scheme in use. */
export function categoryColor(category: CategoryOrNone): string {
  return `var(--category-${category.replace("_", "-")})`;
}

/** Custom properties for one colour scheme, as Mantine's resolver takes them. */
export function categoryVariables(scheme: "light" | "dark"): Record<string, string> {
  return Object.fromEntries(
    Object.entries(categoryStyle).map(([category, style]) => [
      `--category-${category.replace("_", "-")}`,
      style[scheme],
    ]),
  );
}
