import type { CountMode } from "@/lib/domain/source";
import type { UpstreamError } from "@/lib/errors";
import type { ConnectionSpec } from "@/lib/sync/connections";

/** A place as a person named it, understood: how to reach it, how to keep it, what is at fault. */
export type PlaceToConnect = {
  spec: ConnectionSpec;
  token: string | null;
  stored: { apiUrl: string | null; count: CountMode; countSubtasks: boolean; settings: object };
  /** What makes two connections the same place. */
  identityOf(found: { name: string; url: string }): string;
  /** The input that a failed check is about. */
  fieldAtFault(error: UpstreamError): string;
  /** The input that names the place itself. */
  placeField: string;
  /** The input that names the host it is on. */
  hostField: string;
};
