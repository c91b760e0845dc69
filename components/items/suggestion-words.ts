import type { Item } from "@/lib/contracts/items";
import { kindDefinitions } from "@/lib/domain/definitions";
import { categoryWords } from "@/lib/domain/glossary";
import { sureness } from "./because-words";

/** `Maintenance · Bug, 63%`. */
export function suggestionWords(suggestion: NonNullable<Item["suggestion"]>): string {
  const { category, kind, confidence } = suggestion;
  const names = [categoryWords[category].name, kind && kindDefinitions[kind].name];
  return `${names.filter(Boolean).join(" · ")}, ${sureness(confidence)}`;
}
