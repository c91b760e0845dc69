import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { takeOfLimit } from "./limits";
import { requireInvitation } from "./require-invitation";

type WayIn = { invitation?: string | undefined; code?: string | undefined };

/**
 * As `requireInvitation`, counted: tries with what is no way in by their address, and tries with
 * one by itself, so that others at the same address do not keep out whoever holds it.
 * Errors: `not_found`, `rate_limited`.
 */
export async function requireWayIn(
  ctx: Pick<Context, "db" | "dbOf" | "now">,
  { invitation, code }: WayIn,
  address: string,
): Promise<void> {
  const missing = await refusalOf(ctx, { invitation, code });
  const account = missing === null ? (invitation ?? code ?? "") : null;
  await takeOfLimit(ctx, "joining", { account, address: missing === null ? null : address });
  if (missing !== null) throw missing;
}

async function refusalOf(ctx: Pick<Context, "dbOf" | "now">, way: WayIn): Promise<AppError | null> {
  try {
    await requireInvitation(ctx, way);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return error;
    throw error;
  }
}
