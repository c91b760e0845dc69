import { describe, expect, it } from "vitest";
import { becauseWords, type Reasoned } from "@/components/items/because-words";
import { becauses } from "@/lib/domain/classification";

const why = (reason: Partial<Reasoned>) =>
  becauseWords({ because: null, evidence: [], resolution: null, ...reason });

describe("the reason for a category", () => {
  it("is said in the tracker's own words", () => {
    expect(why({ because: "label", evidence: [{ field: "label", value: "kind/bug" }] })).toBe(
      "label “kind/bug”",
    );
    expect(why({ because: "type", evidence: [{ field: "type", value: "Bug" }] })).toBe(
      "type “Bug”",
    );
  });

  it("names a title's prefix, not the whole title", () => {
    const evidence = [{ field: "title" as const, value: "fix: the door", matched: "fix" }];
    expect(why({ because: "title", evidence })).toBe("title prefix “fix”");
  });

  it("names the rule, the parent, and how sure the model is", () => {
    const from = (field: "rule" | "parent", value: string) => [{ field, value }];
    expect(why({ because: "rule", evidence: from("rule", "Bots") })).toBe("rule “Bots”");
    expect(why({ because: "parent", evidence: from("parent", "PAY-12") })).toBe("parent PAY-12");
    expect(why({ because: "model", confidence: 0.912 })).toBe("model 91%");
    expect(why({ because: "model", confidence: 0.9999 })).toBe("model 99%");
  });

  it("says how an item ended", () => {
    expect(why({ because: "resolution", resolution: "not_planned" })).toBe("closed as not planned");
    expect(why({ because: "resolution", resolution: "duplicate" })).toBe("closed as a duplicate");
  });

  it("says that a person decided, and why or who where that is known", () => {
    expect(why({ because: "override" })).toBe("set by a person");
    const evidence = [{ field: "person" as const, value: "it pays down the old parser" }];
    expect(why({ because: "override", evidence })).toBe(
      "set by a person: it pays down the old parser",
    );
  });

  it("says the day a person decided, where days can be worded", () => {
    const at = "2026-03-03T10:00:00.000Z";
    const decided = {
      because: "override" as const,
      evidence: [{ field: "person" as const, value: "ada", at }],
    };
    const words = becauseWords({ ...decided, resolution: null }, (instant) => instant.slice(0, 10));
    expect(words).toBe("set by a person, 2026-03-03: ada");
  });

  it("has words for every reason, and for the lack of one", () => {
    expect(why({})).toBe("nothing on it says");
    expect(why({ evidence: [{ field: "rule", value: "Bots" }] })).toBe(
      "rule “Bots” leaves it unclassified",
    );
    for (const because of becauses) expect(why({ because })).not.toBe("");
  });
});
