import { type Resolution, resolutions } from "@/lib/domain/work-item";

const words: Record<Resolution, string> = {
  completed: "Delivered",
  not_planned: "Not planned",
  duplicate: "Duplicate",
};

type Choice = { value: string; label: string; meaning: Resolution | null };

/** What an ending may count as; the first is what it counts as without anybody's saying. */
export function endingChoices(byItself: Resolution | null): Choice[] {
  const first = byItself === null ? "Unknown: delivered" : `${words[byItself]} (default)`;
  const others = resolutions.filter((one) => one !== byItself);
  return [
    { value: "", label: first, meaning: null },
    ...others.map((one) => ({ value: one, label: words[one], meaning: one })),
  ];
}
