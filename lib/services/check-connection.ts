import { UpstreamError } from "@/lib/errors";
import { connectionFault, inputFault } from "./connection-fault";
import type { Context } from "./context";
import type { PlaceToConnect } from "./place-to-connect";

const checkTimeoutMs = 20_000;

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
