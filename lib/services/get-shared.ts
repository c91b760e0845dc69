import type { z } from "zod";
import { findDoer } from "@/db/queries/deeds";
import { findMembership } from "@/db/queries/memberships";
import { findLinkBySecret } from "@/db/queries/share-links";
import type { ProductRow, ShareLinkRow } from "@/db/schema";
import { type GetBalance, getBalanceSchema } from "@/lib/contracts/balance";
import { fieldFilterShape } from "@/lib/contracts/items";
import type { Shared } from "@/lib/contracts/shared";
import { chartViews } from "@/lib/domain/balance";
import { AppError } from "@/lib/errors";
import { mayDo } from "@/lib/rights/may-do";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { getBalance } from "./get-balance";
import { getMeeting } from "./get-meeting";
import { readSecret } from "./secret-text";

/**
 * What a link shows, read as whoever has it: one product, and of it only what was shared. Errors:
 * `not_found`, in the same words for one that never was, is over or was revoked.
 */
export async function getShared({
  ctx,
  input: { secret },
}: {
  ctx: Context;
  input: { secret: string };
}): Promise<Shared> {
  const key = readSecret("link", secret);
  const link = key && (await findLinkBySecret(ctx.db, key));
  if (!link || link.revokedAt !== null || link.expiresAt <= ctx.now()) throw noSuchLink();
  if (!(await isStillHeld(ctx, link))) throw noSuchLink();
  const { workspaceId, productId, createdBy } = link;
  const actor = { kind: "link" as const, workspaceId, productId, name: "a shared link" };
  const reading = { ...ctx, db: ctx.dbOf(workspaceId), actor };
  const product = await requireProduct(reading, productId, "read");
  const { sample } = product;
  const shape = { sharedBy: createdBy, expiresAt: link.expiresAt.toISOString(), sample };
  return { ...(await readShared(reading, link, product)), ...shape };
}

/** A link shows no more than its maker may still share. */
async function isStillHeld({ db }: Context, link: ShareLinkRow): Promise<boolean> {
  const { workspaceId, productId, id: subject } = link;
  const personId = await findDoer(db, { workspaceId, kind: "link.create", subject });
  const maker = personId === null ? null : await findMembership(db, { workspaceId, personId });
  if (!maker) return false;
  const { role, productRoles } = maker;
  const actor = { kind: "member" as const, workspaceId, personId: maker.personId, name: "" };
  return mayDo({ ...actor, role, productRoles }, "agree", productId);
}

type OfLink = "sharedBy" | "expiresAt" | "sample";
type Read =
  | Omit<Extract<Shared, { kind: "meeting" }>, OfLink>
  | Omit<Extract<Shared, { kind: "balance" }>, OfLink>;

async function readShared(ctx: Context, link: ShareLinkRow, product: ProductRow): Promise<Read> {
  const { kind, productId, meetingId, query } = link;
  if (kind === "meeting") {
    if (meetingId === null) throw noSuchLink();
    return { kind, meeting: await getMeeting({ ctx, input: { meetingId } }) };
  }
  const { id, name, timeZone } = product;
  const asked = readSharedQuery(query ?? "");
  if (!asked.success) throw noSuchLink();
  const filtered = Object.keys(asked.data).some((field) => filterFields.includes(field));
  const balance = await getBalance({ ctx, input: { productId, query: asked.data } });
  const named = chartViews.find((view) => view === new URLSearchParams(query ?? "").get("view"));
  return { kind, product: { id, name, timeZone }, filtered, view: named ?? "shares", balance };
}

const filterFields: readonly string[] = [...Object.keys(fieldFilterShape), "team"];

/** A view's question out of its address; what only the page knows of it is left out. */
export function readSharedQuery(query: string): z.ZodSafeParseResult<GetBalance> {
  const parameters = new URLSearchParams(query);
  const names = [...new Set(parameters.keys())].filter((name) => name in getBalanceSchema.shape);
  const values = names.map((name) => {
    const all = parameters.getAll(name);
    return [name, all.length === 1 ? all[0] : all];
  });
  return getBalanceSchema.safeParse(Object.fromEntries(values));
}

function noSuchLink(): AppError {
  return new AppError("not_found", "This link shows nothing, or no longer.");
}
