import type { Db } from "@/db/client";
import { insertDigest } from "@/db/queries/digests";
import type { ProductRow } from "@/db/schema";
import { proposeAgreementSchema } from "@/lib/contracts/agreements";
import { digestSchema } from "@/lib/contracts/digests";
import { createNoteSchema } from "@/lib/contracts/notes";
import { createStageSchema } from "@/lib/contracts/stages";
import { createTeamSchema } from "@/lib/contracts/teams";
import type { ThingParameter } from "@/lib/rights/who";
import { contestItem } from "@/lib/services/contest-item";
import { createNote } from "@/lib/services/create-note";
import { createStage } from "@/lib/services/create-stage";
import { createTeam } from "@/lib/services/create-team";
import { getDigest } from "@/lib/services/get-digest";
import { proposeAgreement } from "@/lib/services/propose-agreement";
import { setCategories } from "@/lib/services/set-categories";
import { setProductWebhook } from "@/lib/services/set-product-webhook";
import { startMeeting } from "@/lib/services/start-meeting";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "./context";
import { storeItems } from "./store-items";

/** One of everything that a path can name, all of it the product's. */
export async function makeThings(
  db: Db,
  product: ProductRow,
): Promise<Record<ThingParameter, string>> {
  const ctx = contextOf(db, product);
  const { id: productId, workspaceId } = product;
  const key = { productId };
  const source = await makeSource(db, product);
  const item = workItem({ number: 1, closedAt: new Date("2026-02-03T09:00:00Z") });
  await storeItems(db, product, source, [{ item, category: "feature", removedAt: null }]);
  const itemId = itemIdOf(source.id, item.externalId);
  const stage = await createStage({
    ctx,
    input: { ...key, stage: createStageSchema.parse({ name: "Now", startsOn: "2026-01-01" }) },
  });
  const proposal = { side: "pm", stageId: stage.id, reason: "Because.", tolerance: 5 };
  const shares = { feature: 60, upkeep: 40 };
  const agreement = await proposeAgreement({
    ctx,
    input: { ...key, proposal: proposeAgreementSchema.parse({ ...proposal, shares }) },
  });
  const note = await createNote({
    ctx,
    input: {
      ...key,
      note: createNoteSchema.parse({ day: "2026-02-01", kind: "release", text: "1.0" }),
    },
  });
  const team = await createTeam({
    ctx,
    input: { ...key, team: createTeamSchema.parse({ name: "A", filter: { label: "a" } }) },
  });
  const wish = { items: [itemId], category: "maintenance" as const };
  const { batchId } = await setCategories({ ctx, input: { ...key, ...wish } });
  await contestItem({ ctx, input: { itemId, reason: "It is not." } });
  await setProductWebhook({ ctx, input: { ...key, url: "https://chat.example/hook" } });
  const meeting = await startMeeting({ ctx, input: key });
  const digestId = crypto.randomUUID();
  const content = digestSchema.parse((await getDigest({ ctx, input: { ...key } })).digest);
  const digest = { workspaceId, productId, id: digestId, day: "2026-03-02", content };
  await insertDigest(db, { ...digest, createdAt: testNow });
  return {
    ...{ productId, sourceId: source.id, itemId, stageId: stage.id, agreementId: agreement.id },
    ...{ noteId: note.id, teamId: team.id, batchId, meetingId: meeting.id, digestId },
  };
}
