import { describe, expect, it } from "vitest";
import { type ClassifiableItem, classifyItem } from "@/lib/classify/classify-item";
import type { Override } from "@/lib/domain/classification";
import { classifiable } from "./classifiable";

const override: Override = {
  category: "rewrite",
  kind: null,
  reason: "Agreed in the planning of 3 March",
  actor: "local",
  at: new Date("2026-03-03T10:00:00Z"),
};

type Row = [string, ClassifiableItem, Override | null, string, string];

describe("the order: the first layer that says anything decides", () => {
  const everything: ClassifiableItem = classifiable({
    title: "feat: add export",
    type: "Technical debt",
    labels: ["bug"],
    resolution: "duplicate",
    originalResolution: "duplicate",
  });

  it.each<Row>([
    ["a person", everything, override, "override", "rewrite"],
    ["how it ended", everything, null, "resolution", "excluded"],
    ["the native type", { ...everything, resolution: null }, null, "type", "tech_debt"],
    ["the labels", { ...everything, resolution: null, type: "Task" }, null, "label", "maintenance"],
    [
      "the title",
      { ...everything, resolution: null, type: null, labels: ["v2"] },
      null,
      "title",
      "feature",
    ],
  ])("%s comes before what follows it", (_name, item, decided, because, category) => {
    expect(classifyItem(item, decided)).toMatchObject({ because, category });
  });

  it("leaves an item that says nothing unclassified", () => {
    expect(classifyItem(classifiable({ labels: ["good first issue"] }), null)).toBeNull();
  });
});

describe("the evidence", () => {
  it("quotes a person's reason, or names them where they gave none", () => {
    const at = override.at.toISOString();
    const because = { field: "person", value: override.reason, at };
    expect(classifyItem(classifiable(), override)?.evidence).toEqual([because]);
    expect(classifyItem(classifiable(), { ...override, reason: null })?.evidence).toEqual([
      { field: "person", value: "local", at },
    ]);
  });

  it("keeps the tracker's own spelling beside the phrase that matched", () => {
    const item = classifiable({ labels: ["priority/high", "Kind/Technical-Debt 💸"] });
    expect(classifyItem(item, null)?.evidence).toEqual([
      { field: "label", value: "Kind/Technical-Debt 💸", matched: "technical debt" },
    ]);
    expect(classifyItem(classifiable({ type: "New Feature" }), null)?.evidence).toEqual([
      { field: "type", value: "New Feature", matched: "new feature" },
    ]);
    expect(classifyItem(classifiable({ title: "fix(cart)!: total" }), null)?.evidence).toEqual([
      { field: "title", value: "fix(cart)!: total", matched: "fix(cart)" },
    ]);
  });
});

describe("how the tracker says it ended", () => {
  it.each([
    ["not_planned", "not_planned", "wont_do"],
    ["not_planned", "Won't Fix", "wont_do"],
    ["not_planned", "Invalid", "invalid"],
    ["not_planned", null, "wont_do"],
    ["duplicate", "duplicate", "duplicate"],
  ] as const)("%s (%s) is no work: %s", (resolution, originalResolution, kind) => {
    const item = classifiable({ resolution, originalResolution, labels: ["bug"] });
    expect(classifyItem(item, null)).toMatchObject({ category: "excluded", kind });
  });

  it("leaves a completed item to the layers below", () => {
    const item = classifiable({ resolution: "completed", labels: ["bug"] });
    expect(classifyItem(item, null)).toMatchObject({ because: "label", kind: "bug" });
  });
});

describe("the native type", () => {
  it.each([
    ["Bug", "bug"],
    ["Feature", "new_feature"],
    ["New Feature", "new_feature"],
    ["Improvement", "enhancement"],
    ["Story", "new_feature"],
    ["User Story", "new_feature"],
    ["Technical Debt", "debt"],
    ["Documentation", "documentation"],
    ["Test", "test"],
    ["Question", "question"],
    ["Fehler", "bug"],
  ])("%s is %s", (type, kind) => {
    expect(classifyItem(classifiable({ type }), null)).toMatchObject({ because: "type", kind });
  });

  it.each(["Task", "Epic", "Sub-task", "Initiative", ""])("%s says nothing", (type) => {
    expect(classifyItem(classifiable({ type }), null)).toBeNull();
  });
});
