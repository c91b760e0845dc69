import type { ThingParameter, Who } from "@/lib/rights/who";

export type Things = Record<ThingParameter, string>;
export type Place = "own" | "beside" | "foreign";

/** Said again here, in words of its own: the test must not ask the code what is right. */
const worker = ["read", "classify", "agree", "manage_rules", "manage_sources", "manage_products"];
const reader = ["read"];
const everything = [...worker, "delete_products"];
const inWorkspace = {
  owner: ["list", "create_products", "manage_people", "read_log"],
  worker: ["list", "create_products"],
  reader: ["list"],
};

export type Asker = {
  name: string;
  /** Whether it is anybody. */
  known: boolean;
  person: boolean;
  workspace: string[];
  /** What it may do to the things of each place; empty is that they are not seen. */
  things: Record<Place, string[]>;
};

const none = { own: [], beside: [], foreign: [] };
const both = (rights: string[]) => ({ own: rights, beside: rights, foreign: [] });
const only = (rights: string[]) => ({ own: rights, beside: [], foreign: [] });
const nobody = { known: false, person: false, workspace: [], things: none };
const member = { known: true, person: true };
const script = { known: true, person: false };
const written = worker.filter((right) => right !== "agree");

export const askers: Asker[] = [
  { name: "nobody", ...nobody },
  { name: "a session that has ended", ...nobody },
  { name: "a token that is over", ...nobody },
  { name: "a token that never was", ...nobody },
  { name: "a link used as a token", ...nobody },
  { name: "a person without a workspace", ...nobody },
  { name: "owner", ...member, workspace: inWorkspace.owner, things: both(everything) },
  { name: "pm", ...member, workspace: inWorkspace.worker, things: both(worker) },
  { name: "engineering", ...member, workspace: inWorkspace.worker, things: both(worker) },
  { name: "viewer", ...member, workspace: inWorkspace.reader, things: both(reader) },
  { name: "pm of one product", ...member, workspace: inWorkspace.reader, things: only(worker) },
  {
    name: "viewer who is pm of one product",
    ...member,
    workspace: inWorkspace.reader,
    things: { own: worker, beside: reader, foreign: [] },
  },
  {
    name: "owner of another workspace",
    ...member,
    workspace: inWorkspace.owner,
    things: { own: [], beside: [], foreign: everything },
  },
  { name: "token to read", ...script, workspace: ["list"], things: both(reader) },
  { name: "token to write", ...script, workspace: inWorkspace.worker, things: both(written) },
  { name: "token of one product", ...script, workspace: ["list"], things: only(written) },
];

export const places: Place[] = ["own", "beside", "foreign"];

/** What must come of it; null where the handler itself decides. */
export function expected(asker: Asker, who: Who, place: Place): number | null {
  if (who.kind === "anyone") return null;
  if (!asker.known) return 401;
  switch (who.kind) {
    case "person":
      return asker.person ? null : 403;
    case "workspace":
      return asker.workspace.includes(who.right) ? null : 403;
    case "somewhere":
      return places.some((one) => asker.things[one].includes(who.right)) ? null : 403;
    case "thing": {
      const rights = asker.things[place];
      if (rights.length === 0) return 404;
      return rights.includes(who.right) ? null : 403;
    }
  }
}

/** What some servers believe of a request, and this one must not. */
export const forged = {
  "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
  "x-forwarded-host": "evil.example",
  "x-forwarded-for": "127.0.0.1",
  "x-forwarded-proto": "https",
  "x-real-ip": "127.0.0.1",
  "x-original-url": "/api/health",
  "x-rewrite-url": "/api/health",
  "x-http-method-override": "GET",
  "x-invoke-path": "/api/health",
  "next-action": "x",
};
