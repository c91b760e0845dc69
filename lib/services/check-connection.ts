import { UpstreamError } from "@/lib/errors";
import { connectionFault, inputFault } from "./connection-fault";
import type { Context } from "./context";
import type { PlaceToConnect } from "./place-to-connect";

const checkTimeoutMs = 20_000;

/**
 * Proves that a place can be read, and has the field that was chosen for the estimate. Errors:
 * `unprocessable` with the input at fault and what to do.
 */
export async function checkChoices(ctx: Context, place: Parameters<typeof checkConnection>[1]) {
  const found = await checkConnection(ctx, place);
  if (found.lacksPointsField) {
    throw inputFault(
      "pointsField",
      "The tracker has no field of this id or name. Choose one that it has, or none.",
    );
  }
  return found;
}

/** Proves that a place can be read. Errors: `unprocessable` with the input at fault and what to do. */
export async function checkConnection(
  ctx: Context,
  place: Pick<PlaceToConnect, "spec" | "fieldAtFault" | "hostField">,
) {
  try {
    return await ctx.connections.check(place.spec, AbortSignal.timeout(checkTimeoutMs));
  } catch (error) {
    if (error instanceof UpstreamError) throw connectionFault(error, place.fieldAtFault(error));
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw inputFault(
        place.hostField,
        "The tracker did not answer within 20 seconds. Try again, or check the address.",
      );
    }
    throw error;
  }
}
