import { z } from "zod";
import type { SourceRow } from "@/db/schema";
import { inputFault } from "./connection-fault";

/** The settings of every kind of source that keeps several estimates. */
const withPointsField = z.looseObject({ pointsField: z.string().nullable() });

type Settings = Pick<SourceRow, "settings">;

/** The estimate a source is read by; null where none is chosen, or there is nothing to choose. */
export function pointsFieldOf({ settings }: Settings): string | null {
  return withPointsField.safeParse(settings).data?.pointsField ?? null;
}

/**
 * A source's settings with another estimate; undefined leaves them as they are.
 * Errors: `unprocessable` for a kind of source that has no such choice.
 */
export function settingsWith(source: Settings, pointsField: string | null | undefined): unknown {
  if (pointsField === undefined) return source.settings;
  const settings = withPointsField.safeParse(source.settings);
  if (settings.success) return { ...settings.data, pointsField };
  throw inputFault("pointsField", "This kind of source keeps no estimates to choose from.");
}
