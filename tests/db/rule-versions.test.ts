import { expect, test } from "vitest";
import { defaultRuleSet } from "@/lib/classify/rules/default-rules";
import { compareRules } from "@/lib/services/compare-rules";
import { getRules } from "@/lib/services/get-rules";
import { listRuleVersions } from "@/lib/services/list-rule-versions";
import { restoreRules } from "@/lib/services/restore-rules";
import { saveRules } from "@/lib/services/save-rules";
import { describeOnBothEngines } from "@/tests/setup/database";
import { apiIsDebt, openRules } from "@/tests/setup/rules-world";

describeOnBothEngines("versions of rules", (db) => {
  test("saving over a version that somebody replaced is refused, and changes nothing", async () => {
    const { ctx, productId } = await openRules(db());
    await saveRules({ ctx, input: { productId, expectedVersion: 0, ruleSet: apiIsDebt } });
    const again = { productId, expectedVersion: 0, ruleSet: defaultRuleSet };
    await expect(saveRules({ ctx, input: again })).rejects.toMatchObject({ code: "conflict" });
    const ahead = { productId, expectedVersion: 7, ruleSet: defaultRuleSet };
    await expect(saveRules({ ctx, input: ahead })).rejects.toMatchObject({ code: "conflict" });
    const { version, ruleSet } = await getRules({ ctx, input: { productId } });
    expect({ version, ruleSet }).toEqual({ version: 1, ruleSet: apiIsDebt });
  });

  test("versions are listed, compared and restored; an old one is never changed", async () => {
    const { ctx, productId } = await openRules(db());
    await saveRules({
      ctx,
      input: { productId, expectedVersion: 0, ruleSet: apiIsDebt, note: "As agreed" },
    });
    const restored = await restoreRules({
      ctx,
      input: { productId, version: 0, expectedVersion: 1 },
    });
    expect(restored).toMatchObject({ version: 2, restoredFrom: 0, ruleSet: defaultRuleSet });
    const { items } = await listRuleVersions({ ctx, input: { productId, limit: 50 } });
    expect(items.map(({ version, note, rules }) => [version, note, rules])).toEqual([
      [2, null, defaultRuleSet.rules.length],
      [1, "As agreed", 1],
      [0, null, defaultRuleSet.rules.length],
    ]);
    const comparison = await compareRules({ ctx, input: { productId, from: 0, to: 1 } });
    expect(comparison.added.map(({ name }) => name)).toEqual(["Rule 0"]);
    expect(comparison.removed).toEqual(defaultRuleSet.rules);
    const same = await compareRules({ ctx, input: { productId, from: 0, to: 2 } });
    expect({ ...same, modelThreshold: null }).toEqual({
      ...{ added: [], removed: [], changed: [], moved: [], kinds: [], modelThreshold: null },
    });
  });
});
