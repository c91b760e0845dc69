import { categoryKeys } from "@/components/triage/triage-step";
import { categories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";

export type KeySection = { where: string; keys: { shown: string[]; does: string }[] };

/** What each key does, by where it works. */
export const keySections: KeySection[] = [
  {
    where: "Everywhere",
    keys: [
      { shown: ["Ctrl", "K"], does: "Go to a page, a view, a team or an action" },
      { shown: ["Ctrl", "P"], does: "Print the page, with what is further down" },
      { shown: ["?"], does: "Show these keys" },
      { shown: ["Esc"], does: "Close what is open" },
    ],
  },
  {
    where: "In the chart",
    keys: [
      { shown: ["←", "→"], does: "Move by one bucket" },
      { shown: ["Home", "End"], does: "To the first or last bucket" },
      { shown: ["Enter"], does: "Open the items of the bucket" },
      { shown: ["N"], does: "Write a note in the bucket" },
    ],
  },
  {
    where: "In a meeting",
    keys: [{ shown: ["←", "→"], does: "To the screen before or after" }],
  },
  {
    where: "In triage",
    keys: [
      ...categories.map((category) => ({
        shown: [categoryKeys[category].shown],
        does: categoryWords[category].name,
      })),
      { shown: ["A"], does: "Accept what is suggested" },
      { shown: ["S"], does: "Skip" },
      { shown: ["G"], does: "Decide many of a kind at once" },
      { shown: ["U"], does: "Undo" },
    ],
  },
];
