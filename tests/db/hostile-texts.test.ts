import { expect, test } from "vitest";
import { itemsFile } from "@/app/_server/items-file";
import { storableText } from "@/lib/connectors/storable-text";
import { type Item, itemSchema, listItemsSchema } from "@/lib/contracts/items";
import { createSourceSchema } from "@/lib/contracts/sources";
import { createSource } from "@/lib/services/create-source";
import { exportItems } from "@/lib/services/export-items";
import { getItem } from "@/lib/services/get-item";
import { listItems } from "@/lib/services/list-items";
import { makeProduct } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { hostileStrings } from "@/tests/setup/hostile-strings";
import { waitForSync } from "@/tests/setup/wait-for-sync";
import { openWorld } from "@/tests/setup/world";
import { createGithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import { hostileRepository } from "@/tests/upstream/hostile-repository.mjs";

const canBeAsked = ({ length }: string) => length > 0 && length <= 500;

describeOnBothEngines("hostile texts from a tracker", (db) => {
  test("come through API and exports exactly as they were stored", async () => {
    const standIn = createGithubStandIn({ repositories: [hostileRepository(hostileStrings)] });
    await standIn.start();
    const product = await makeProduct(db());
    const { ctx, close } = openWorld(db(), product, standIn.url);
    const asked = { kind: "github", repository: "acme/hostile", apiUrl: standIn.url };
    const source = createSourceSchema.parse(asked);
    const { id } = await createSource({ ctx, input: { productId: product.id, source } });
    const { lastRun } = await waitForSync(ctx, id);
    expect(lastRun).toMatchObject({ state: "succeeded", refused: 0 });
    const query = listItemsSchema.parse({ format: "ndjson" });
    const input = { productId: product.id, query };
    const file = await itemsFile("ndjson", await exportItems({ ctx, input })).text();
    const items = file
      .trimEnd()
      .split("\n")
      .map((line): Item => itemSchema.parse(JSON.parse(line)));
    expect(items).toHaveLength(hostileStrings.length);
    for (const item of items) {
      const sent = hostileStrings[(item.number ?? 0) - 1] ?? "";
      expect(item.title).toBe(storableText(sent));
      expect(item.labels).toContain(storableText(sent));
      expect(item.milestone).toBe(storableText(sent));
    }
    // Filters by the texts themselves: each finds what bears it, and nothing fails.
    for (const sent of hostileStrings.map(storableText).filter(canBeAsked)) {
      const filter = listItemsSchema.parse({ label: sent, milestone: sent });
      const found = await listItems({ ctx, input: { productId: product.id, query: filter } });
      expect(found.items.map(({ title }) => title)).toContain(sent);
    }
    const [first] = items;
    const detail = await getItem({ ctx, input: { itemId: first?.id ?? "" } });
    expect(detail.title).toBe(first?.title);
    await close();
    await standIn.close();
  });
});
