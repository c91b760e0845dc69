import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import { setCategorySchema } from "@/lib/contracts/items";
import { createNoteSchema } from "@/lib/contracts/notes";
import { createNote } from "@/lib/services/create-note";
import { saveRules } from "@/lib/services/save-rules";
import { setCategory } from "@/lib/services/set-category";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeSource, workItem } from "@/tests/factories";
import { AgreementWorld, twoSides } from "@/tests/setup/agreement-world";
import { ruleSetOf } from "@/tests/setup/rule-sets";
import { storeItems } from "@/tests/setup/store-items";

const items = 40;

/** People who correct items, write rules and notes and talk about an agreement, one after another. */
export type People = { write: (turn: number) => Promise<void> };

export async function makePeople(db: Db): Promise<People> {
  const world = await AgreementWorld.create(db, "2026-02-02T12:00:00Z");
  const { ctx, product } = world;
  const source = await makeSource(db, product);
  const made = Array.from({ length: items }, (_, index) => workItem({ number: index + 1 }));
  await storeItems(
    db,
    product,
    source,
    made.map((item) => ({ item, category: "unclassified" as const, removedAt: null })),
  );
  const stage = await world.stage({ name: "Grow", startsOn: "2026-01-01" });
  const productId = product.id;
  const why = { reason: "It was talked about." };
  let rules = 0;
  let proposal: string | null = null;

  async function correct(turn: number) {
    const itemId = itemIdOf(source.id, made[turn % items]?.externalId ?? "");
    const decision = setCategorySchema.parse({ category: "tech_debt", reason: `Turn ${turn}` });
    await setCategory({ ctx, input: { itemId, decision } });
  }
  async function rule(turn: number) {
    const ruleSet = ruleSetOf([
      {
        when: { field: "title", is: [`Turn ${turn}`] },
        decide: { action: "classify", kind: "bug" },
      },
    ]);
    await saveRules({ ctx, input: { productId, expectedVersion: rules, ruleSet } });
    rules += 1;
  }
  async function note(turn: number) {
    const text = `Turn ${turn}: ${"what users say ".repeat(100)}`;
    const written = createNoteSchema.parse({ day: "2026-02-01", text });
    await createNote({ ctx, input: { productId, note: written } });
  }
  async function talk(turn: number) {
    if (proposal === null) {
      const shares = twoSides(turn % 100);
      const asked = { stageId: stage.id, side: "pm" as const, shares, tolerance: 5, ...why };
      proposal = (await world.propose(asked)).id;
      return;
    }
    await world.answer(proposal, { side: "engineering", decision: "accept" });
    proposal = null;
  }
  const turns = [correct, note, rule, talk] as const;
  return { write: (turn) => (turns[turn % turns.length] ?? correct)(turn) };
}

/** All that people have written, told in one line. */
export async function writtenIn(db: Db): Promise<string> {
  const [row] = await queryRows<{ written: string }>(
    db,
    sql`select md5(concat(
      (select string_agg(x::text, '|' order by x.workspace_id, x.item_id) from overrides x),
      (select string_agg(x::text, '|' order by x.workspace_id, x.product_id, x.version) from rule_sets x),
      (select string_agg(x::text, '|' order by x.workspace_id, x.id) from notes x),
      (select string_agg(x::text, '|' order by x.workspace_id, x.id) from agreements x),
      (select string_agg(x::text, '|' order by x::text) from agreement_steps x))) as written`,
  );
  return row?.written ?? "";
}
