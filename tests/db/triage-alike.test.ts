import { expect, test } from "vitest";
import { type ListTriage, listTriageSchema } from "@/lib/contracts/triage";
import { suggestedOf, traitsOf } from "@/lib/domain/triage-trait";
import type { Context } from "@/lib/services/context";
import { countSharedTraits } from "@/lib/services/count-shared-traits";
import { listTriage } from "@/lib/services/list-triage";
import { makeProduct, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { keyOfNumber } from "@/tests/setup/rules-world";
import { openTriage } from "@/tests/setup/triage-world";

const hostile = [
  "'; drop table work_items; --",
  '"}]',
  "%",
  "_",
  "a,b",
  "\\",
  "$1",
  "<b>x</b>",
  "null",
];
const labelSets = [[], ["odd"], ["odd", "Odd"], ["odd", "a,b"], ...hostile.map((one) => [one])];
const titles = ["Silent", "Hardly 55%", "Rather 75%", "Certain 95%"];

/** Every combination of label, type, author and suggestion turns up, and every second has a parent. */
const tracked = [
  workItem({ number: 500, type: "Epic", isContainer: true, title: "An epic" }),
  ...Array.from({ length: 120 }, (_, index) =>
    workItem({
      number: index + 1,
      title: titles[index % titles.length] ?? "",
      labels: labelSets[index % labelSets.length] ?? [],
      type: index % 3 === 0 ? null : `Type ${index % 3}`,
      author: index % 5 === 0 ? null : `author-${index % 5}`,
      parentKey: index % 2 === 0 ? null : keyOfNumber(500),
      createdAt: new Date(Date.UTC(2026, 0, 1, index % 7)),
    }),
  ),
];

type Filters = Partial<Omit<ListTriage, "limit" | "cursor">>;

const questions: Filters[] = [
  {},
  { label: ["odd"] },
  { label: ["odd", "a,b"] },
  { label: ["odd", "Odd", "a,b"] },
  ...hostile.map((one) => ({ label: [one] })),
  { type: "Type 1" },
  { type: "type 1" },
  { author: "author-2" },
  { parent: keyOfNumber(500) },
  { suggested: "tech_debt" },
  { suggested: "feature" },
  { suggested: "tech_debt", label: ["odd"], type: "Type 2", parent: keyOfNumber(500) },
  { author: "author-1", type: "Type 1", label: ["odd"] },
];

describeOnBothEngines("triage of what is alike", (db) => {
  async function wholeQueue(ctx: Context, productId: string, filters: Filters, limit = 1000) {
    const items = [];
    const totals = new Set<number>();
    let cursor: string | undefined;
    do {
      const input = { productId, limit, cursor, ...filters };
      const page = await listTriage({ ctx, input });
      items.push(...page.items);
      totals.add(page.total);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return { items, totals: [...totals] };
  }

  test("a filter gives, page by page and in the queue's order, exactly what a look at each item gives", async () => {
    const { ctx, productId } = await openTriage(db(), { tracked });
    const { items: all } = await wholeQueue(ctx, productId, {});
    expect(all.length).toBeGreaterThan(80);
    const empty = new Set<Filters>();
    for (const filters of questions) {
      const expected = all.filter(
        (item) =>
          (filters.label ?? []).every((one) => item.labels.includes(one)) &&
          (filters.type === undefined || item.type === filters.type) &&
          (filters.author === undefined || item.author === filters.author) &&
          (filters.parent === undefined || item.parentKey === filters.parent) &&
          (filters.suggested === undefined || suggestedOf(item) === filters.suggested),
      );
      const found = await wholeQueue(ctx, productId, filters, 10);
      const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);
      expect(idsOf(found.items), JSON.stringify(filters)).toEqual(idsOf(expected));
      expect(found.totals, JSON.stringify(filters)).toEqual([expected.length]);
      if (expected.length === 0) empty.add(filters);
    }
    // Labels that no item has together, a type of other case, and what nothing suggests.
    expect([...empty]).toEqual([questions[3], { type: "type 1" }, { suggested: "feature" }]);
  });

  test("what an item shares is counted as the filter counts it, trait by trait", async () => {
    const { ctx, productId, idOf } = await openTriage(db(), { tracked });
    const { items: all } = await wholeQueue(ctx, productId, {});
    // A suggestion, two labels, a type and an author; the second has a parent as well.
    for (const number of [3, 30]) {
      const { traits } = await countSharedTraits({ ctx, input: { itemId: idOf(number) } });
      expect(traits.length).toBe(number === 3 ? 5 : 6);
      for (const { field, value, waiting } of traits) {
        const sharing = all.filter((item) =>
          traitsOf(item).some((trait) => trait.field === field && trait.value === value),
        );
        expect(waiting, `${field} ${value}`).toBe(sharing.length);
        const wish = listTriageSchema.parse({ [field]: value });
        const { total } = await listTriage({ ctx, input: { productId, ...wish } });
        expect(total).toBe(waiting);
      }
    }
    const stranger = contextOf(db(), await makeProduct(db()));
    const asked = countSharedTraits({ ctx: stranger, input: { itemId: idOf(1) } });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });

  test("a text that cannot be stored is refused by name", () => {
    for (const field of ["label", "type", "author", "parent"]) {
      const { error } = listTriageSchema.safeParse({ [field]: "a\0b" });
      expect(error?.issues[0]?.path[0]).toBe(field);
    }
  });
});
