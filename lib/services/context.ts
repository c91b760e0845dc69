import type { Db } from "@/db/client";
import type { RunRow } from "@/db/schema";
import type { TextModel } from "@/lib/classify/model/text-model";
import type { SyncMode } from "@/lib/domain/source";
import type { Identity } from "@/lib/identity/identity";
import type { Actor } from "@/lib/rights/actor";
import type { Connections } from "@/lib/sync/connections";
import type { SecretBox } from "@/lib/sync/credentials";
import type { MessagePost } from "@/lib/sync/message-post";
import type { ModelOf } from "@/lib/sync/product-classifier";
import type { ReadCache } from "./read-cache";

/** Everything a service may touch of the world, passed in. */
export type Context = {
  db: Db;
  /** The same as who works in a workspace sees it. */
  dbOf: (workspaceId: string) => Db;
  actor: Actor;
  /** Who people are; null on a machine without accounts. */
  identity: Identity | null;
  /** Whether a proxy that is ours tells where requests come from. */
  trustProxy: boolean;
  now: () => Date;
  /** What this process keeps of what it read. */
  reads: ReadCache;
  secrets: SecretBox;
  connections: Pick<Connections, "check">;
  /** Messages to webhooks; links in them begin with `baseUrl`, where this server is reached. */
  outgoing: MessagePost & { baseUrl: string };
  /** Mails that were asked for are sent soon; null where no mail is sent from here. */
  mail: { wake(): void } | null;
  modelOf: ModelOf;
  /** The shipped text model, which every product's own is an adaptation of. */
  sharedModel: () => TextModel;
  /** Goes on with what a request began and could not end. */
  reclassification: { wake(): void };
  /** Starts runs that outlive the request. */
  sync: {
    start(key: { workspaceId: string; sourceId: string; mode: SyncMode }): Promise<RunRow>;
    /** Lets a run that waits for a rate limit to end go on at once. */
    resume(key: { workspaceId: string; sourceId: string }): Promise<void>;
    /** How often each source is synced. */
    readonly intervalMinutes: number;
  };
};
