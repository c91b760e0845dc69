import { AppError } from "@/lib/errors";
import type { SecretBox } from "./credentials";

/** No source has such an id: what is sealed for it opens nothing. */
const place = { workspaceId: "backup", sourceId: "backup" };

/** Something sealed with the key of this installation, which tells that key from others later on. */
export function sealProbe(secrets: SecretBox): string {
  return secrets.seal("backlog-balance", place);
}

/** Whether a probe was sealed with the key of this installation. */
export function isSealedHere(secrets: SecretBox, probe: string): boolean {
  try {
    secrets.open(probe, place);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
