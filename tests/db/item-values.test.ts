import { expect, test } from "vitest";
import { linkAllParents } from "@/db/queries/item-parents";
import { listItemValuesSchema } from "@/lib/contracts/item-values";
import { itemFields } from "@/lib/domain/item-field";
import { listItemValues } from "@/lib/services/list-item-values";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { storeItems } from "@/tests/setup/store-items";

describeOnBothEngines("the values of a field", (db) => {
  const labelled = (number: number, labels: string[], assignees: string[] = []) => ({
    item: workItem({ number, labels, assignee: assignees[0] ?? null, assignees }),
    category: "unclassified" as const,
    removedAt: null,
  });

  async function productWith(items: ReturnType<typeof labelled>[]) {
    const product = await makeProduct(db());
    await storeItems(db(), product, await makeSource(db(), product), items);
    const values = async (asked: object) => {
      const query = listItemValuesSchema.parse(asked);
      const input = { productId: product.id, query };
      return (await listItemValues({ ctx: contextOf(db(), product), input })).values;
    };
    return { product, values };
  }

  test("come with how many items have them, the most frequent first", async () => {
    const { values } = await productWith([
      labelled(1, ["Bug", "Bug", "ui"]),
      labelled(2, ["Bug"], ["ada", "grace"]),
      labelled(3, [], ["grace"]),
    ]);
    expect(await values({ field: "label" })).toEqual([
      { value: "Bug", items: 2 },
      { value: "ui", items: 1 },
    ]);
    expect(await values({ field: "label", limit: 1 })).toHaveLength(1);
    expect(await values({ field: "assignee" })).toEqual([
      { value: "grace", items: 2 },
      { value: "ada", items: 1 },
    ]);
  });

  test("of what no list holds are there, for rules to name, and count nothing", async () => {
    const epic = labelled(2, ["Bug", "big"]);
    const task = labelled(3, ["small"]);
    const { values } = await productWith([
      labelled(1, ["Bug"]),
      { ...epic, item: { ...epic.item, isContainer: true } },
      { ...task, item: { ...task.item, isSubtask: true } },
    ]);
    expect(await values({ field: "label" })).toEqual([
      { value: "Bug", items: 1 },
      { value: "big", items: 0 },
      { value: "small", items: 0 },
    ]);
  });

  test("are found by a part in any case, in which % and _ are no wildcards", async () => {
    const { values } = await productWith([labelled(1, ["100% sure", "kind_bug", "kindXbug"])]);
    expect(await values({ field: "label", q: "BUG" })).toHaveLength(2);
    expect(await values({ field: "label", q: "d_b" })).toEqual([{ value: "kind_bug", items: 1 }]);
    expect(await values({ field: "label", q: "%" })).toEqual([{ value: "100% sure", items: 1 }]);
  });

  test("epics come by key or title, with how many items are below them at any depth", async () => {
    const keyOf = (number: number) => `owner/repository#${number}`;
    const product = await makeProduct(db());
    const item = (change: Parameters<typeof workItem>[0]) => ({
      item: workItem(change),
      category: "unclassified" as const,
      removedAt: null,
    });
    await storeItems(db(), product, await makeSource(db(), product), [
      item({ number: 1, title: "Payments", isContainer: true }),
      item({ number: 2, title: "Bank transfer", isContainer: true, parentKey: keyOf(1) }),
      item({ number: 3, parentKey: keyOf(2) }),
      item({ number: 4, parentKey: keyOf(2) }),
      item({ number: 5, parentKey: keyOf(1) }),
      item({ number: 6, title: "Payments of nobody", isContainer: true }),
    ]);
    await linkAllParents(db(), { workspaceId: product.workspaceId, productId: product.id });
    const ask = async (q: string) => {
      const query = listItemValuesSchema.parse({ field: "epic", q });
      const input = { productId: product.id, query };
      return (await listItemValues({ ctx: contextOf(db(), product), input })).values;
    };
    const payments = { value: keyOf(1), title: "Payments", items: 3 };
    const transfer = { value: keyOf(2), title: "Bank transfer", items: 2 };
    expect(await ask("")).toEqual([payments, transfer]);
    expect(await ask("PAYMENTS")).toEqual([payments]);
    expect(await ask("#2")).toEqual([transfer]);
  });

  test("of another product are not among them", async () => {
    await productWith([labelled(1, ["theirs"])]);
    const { values } = await productWith([labelled(1, ["ours"])]);
    for (const field of itemFields) {
      const found = await values({ field });
      expect(found.map(({ value }) => value)).not.toContain("theirs");
    }
    expect(await values({ field: "label" })).toEqual([{ value: "ours", items: 1 }]);
  });
});
