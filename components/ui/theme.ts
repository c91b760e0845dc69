import { type CSSVariablesResolver, createTheme, virtualColor } from "@mantine/core";
import { categoryVariables, surface } from "./category-style";

/** Ink on paper: colour is kept for the four categories. */
export const theme = createTheme({
  fontFamily:
    "var(--font-latin), var(--font-latin-more), var(--font-vietnamese), var(--font-cyrillic), " +
    "var(--font-cyrillic-more), Geist Fallback, system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, monospace",
  headings: { fontWeight: "600" },
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  colors: {
    // Virtual, so that text on it is picked for each scheme's own shade.
    ink: virtualColor({ name: "ink", light: "slate", dark: "slate" }),
    slate: [
      "#f4f5f7",
      "#e4e7eb",
      "#cdd2d9",
      "#aab1bc",
      "#8a929e",
      "#6b7280",
      "#515966",
      "#3a414d",
      "#1f2530",
      "#12161d",
    ],
    dark: [
      "#e3e6ea",
      "#b4bac3",
      "#959ca7",
      "#6f7681",
      "#474d57",
      "#353a43",
      "#24282f",
      surface.dark,
      "#111317",
      "#0b0d10",
    ],
  },
});

/** Category colours per scheme, and tones raised to AA where Mantine's own fall short of it. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...categoryVariables("light"),
    "--surface": surface.light,
    "--surface-quiet": "#f6f7f9",
    "--line": "#dfe3e8",
    "--ink": "#12161d",
    "--mantine-color-text": "#1b2029",
    "--mantine-color-dimmed": "#5a626e",
    "--mantine-color-placeholder": "#6b7280",
    "--mantine-color-anchor": "#1f2530",
    "--mantine-color-error": "#b42318",
  },
  dark: {
    ...categoryVariables("dark"),
    "--surface": surface.dark,
    "--surface-quiet": "#1f2227",
    "--line": "#353a43",
    "--ink": "#f4f5f7",
    "--mantine-color-text": "#e3e6ea",
    "--mantine-color-dimmed": "#a7aeb9",
    "--mantine-color-placeholder": "#959ca7",
    "--mantine-color-anchor": "#e4e7eb",
    "--mantine-color-error": "#ff9a8f",
  },
});
