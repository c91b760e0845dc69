import { z } from "zod";
import type { SourceRow } from "@/db/schema";
import type { UpdateSource } from "@/lib/contracts/sources";
import { type Resolution, resolutions } from "@/lib/domain/work-item";
import { inputFault } from "./connection-fault";

/** The settings of every kind of source that keeps several estimates and its own resolutions. */
const choosableSchema = z.looseObject({
  pointsField: z.string().nullable(),
  resolutions: z.record(z.string(), z.enum(resolutions)),
});

type Settings = Pick<SourceRow, "settings">;
type Meanings = Record<string, Resolution>;

/** More than a tracker has, and few enough to be read for each item. */
const mostMeanings = 500;

/** The estimate a source is read by; null where none is chosen, or there is nothing to choose. */
export function pointsFieldOf({ settings }: Settings): string | null {
  return choosableSchema.safeParse(settings).data?.pointsField ?? null;
}

/** What a source's own words for an ending mean over the defaults; null where they are fixed. */
export function resolutionsOf({ settings }: Settings): Meanings | null {
  return choosableSchema.safeParse(settings).data?.resolutions ?? null;
}

/**
 * A source's settings with another estimate or other meanings; what is undefined stays as it is.
 * Errors: `unprocessable` for a kind of source that has no such choice.
 */
export function settingsWith(
  source: Settings,
  { pointsField, resolutions }: Pick<UpdateSource, "pointsField" | "resolutions">,
): unknown {
  if (pointsField === undefined && resolutions === undefined) return source.settings;
  const settings = choosableSchema.safeParse(source.settings);
  if (!settings.success) throw nothingToChoose(pointsField === undefined);
  return {
    ...settings.data,
    ...(pointsField !== undefined && { pointsField }),
    ...(resolutions && { resolutions: meaningsWith(settings.data.resolutions, resolutions) }),
  };
}

function meaningsWith(
  present: Meanings,
  change: NonNullable<UpdateSource["resolutions"]>,
): Meanings {
  const changed = new Set(Object.keys(change).map(spelling));
  const kept = Object.entries(present).filter(([word]) => !changed.has(spelling(word)));
  const added = Object.entries(change).flatMap(([word, meaning]) =>
    meaning === null ? [] : [[word, meaning] as const],
  );
  if (kept.length + added.length > mostMeanings) {
    throw inputFault("resolutions", `No more than ${mostMeanings} words can be given a meaning.`);
  }
  return Object.fromEntries([...kept, ...added]);
}

function spelling(word: string): string {
  return word.trim().toLowerCase();
}

function nothingToChoose(isResolutions: boolean) {
  return isResolutions
    ? inputFault("resolutions", "What this kind of source says of an ending has one meaning.")
    : inputFault("pointsField", "This kind of source keeps no estimates to choose from.");
}
