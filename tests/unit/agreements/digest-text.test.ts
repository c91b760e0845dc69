import { expect, test } from "vitest";
import { digestText } from "@/lib/agreements/digest-text";
import { markdown, mrkdwn } from "@/lib/agreements/message-text";
import { type Digest, digestSchema } from "@/lib/contracts/digests";

const id = "00000000-0000-4000-8000-000000000001";
const judgement = {
  agreementId: id,
  stage: "Expand",
  exception: false,
  items: 20,
  actual: 0.5,
  agreed: 0.65,
  tolerance: 0.05,
  difference: -0.15,
  place: "below",
  chance: { least: 0.45, most: 0.85 },
  from: "2026-02-23",
  to: "2026-03-01",
  direction: "moving_away",
  toReturn: { category: "feature", more: 2, among: 20 },
} as const;

const digest = (change: Partial<Digest> = {}): Digest =>
  digestSchema.parse({
    productId: id,
    product: "Checkout",
    timeZone: "UTC",
    from: "2026-02-23",
    to: "2026-03-01",
    stage: { id, name: "Expand", startsOn: "2026-01-01", goals: "Ten more customers." },
    balance: {
      measure: "done",
      unit: "items",
      counts: { feature: 10, maintenance: 7, rewrite: 0, tech_debt: 3, unclassified: 1 },
      excluded: 2,
      unestimated: 0,
      shares: { feature: 0.5, maintenance: 0.35, rewrite: 0, tech_debt: 0.15 },
    },
    drift: { ...judgement, place: "too_few", direction: null, toReturn: null },
    sinceAgreed: judgement,
    triggers: [
      {
        key: "review_due",
        kind: "review_due",
        since: "2026-02-20",
        stageId: id,
        stage: "Expand",
        team: null,
        agreementId: id,
        sentence: "The agreement for Expand was to be talked about again on 20 February 2026.",
        path: `/products/${id}/agreement?stage=${id}`,
      },
    ],
    proposals: [
      {
        agreementId: id,
        stage: "Expand",
        team: null,
        exception: false,
        side: "pm",
        waitsFor: "engineering",
        shares: { feature: 70, upkeep: 30 },
        tolerance: 5,
        path: `/products/${id}/agreement?stage=${id}`,
      },
    ],
    contested: 3,
    notes: [{ day: "2026-02-25", kind: "release", text: "2.0 is out." }],
    syncedAt: null,
    stale: null,
    madeAt: "2026-03-02T08:00:00.000Z",
    ...change,
  });

test("as Markdown it tells goals, counts, drift, reasons, decisions and notes, each with its link", () => {
  const text = digestText(digest(), markdown, "https://balance.test");
  expect(text.replaceAll(id, "ID")).toMatchInlineSnapshot(`
    "## Checkout: 23 February 2026 – 1 March 2026

    Stage: **Expand**, since 1 January 2026. Goals: Ten more customers.

    ## The balance of what was delivered

    - [Feature](https://balance.test/products/ID/items?category=feature&doneFrom=2026-02-23&doneTo=2026-03-01): 10 items, 50%
    - [Maintenance](https://balance.test/products/ID/items?category=maintenance&doneFrom=2026-02-23&doneTo=2026-03-01): 7 items, 35%
    - [Rewrite](https://balance.test/products/ID/items?category=rewrite&doneFrom=2026-02-23&doneTo=2026-03-01): 0 items, 0%
    - [Tech debt](https://balance.test/products/ID/items?category=tech_debt&doneFrom=2026-02-23&doneTo=2026-03-01): 3 items, 15%
    - [Unclassified](https://balance.test/products/ID/items?category=unclassified&doneFrom=2026-02-23&doneTo=2026-03-01): 1 item
    - [Excluded](https://balance.test/products/ID/items?category=excluded&doneFrom=2026-02-23&doneTo=2026-03-01): 2

    50% new features of 20 classified items; agreed for Expand: 65 ± 5. Too few to say: chance alone could have done it. Since it was agreed: 50% new features of 20 classified items; agreed for Expand: 65 ± 5. 10 points below the band, and moving away. 2 more feature items among the next 20 would return it.

    ## Reasons to talk

    - The agreement for Expand was to be talked about again on 20 February 2026. [Look at it](https://balance.test/products/ID/agreement?stage=ID)

    ## To decide

    - The product manager proposes 70 ± 5 for Expand; it waits for engineering. [Answer it](https://balance.test/products/ID/agreement?stage=ID)
    - [3 items contested](https://balance.test/products/ID/contested)
    - [1 item of these days unclassified](https://balance.test/products/ID/items?category=unclassified&doneFrom=2026-02-23&doneTo=2026-03-01): [Triage](https://balance.test/products/ID/triage)

    ## Notes

    - 25 February 2026, release: 2.0 is out.

    [The balance](https://balance.test/products/ID/balance) · [The agreement](https://balance.test/products/ID/agreement) · [All digests](https://balance.test/products/ID/digest)
    "
  `);
});

test("as a message it tells the same in Slack's words", () => {
  const text = digestText(digest(), mrkdwn, "https://balance.test");
  expect(text).toContain("<https://balance.test/products/");
  expect(text).toContain("Stage: *Expand*, since 1 January 2026. Goals: Ten more customers.");
  expect(text).not.toMatch(/\]\(|\*\*/);
});

test("what there is nothing of has no heading, and what was not agreed is said", () => {
  const empty = digest({
    ...{ stage: null, drift: null, sinceAgreed: null },
    ...{ triggers: [], proposals: [], notes: [], contested: 0 },
  });
  const text = digestText(empty, markdown, "");
  expect(text).toContain("The product is in no stage.");
  expect(text).toContain("Nothing was agreed for these days.");
  expect(text).not.toMatch(/Reasons to talk|Notes/);
});

test("what holds now is told apart from what held on the days, with what it is counted in", () => {
  const now = { ...judgement, agreementId: "00000000-0000-4000-8000-000000000002" };
  const say = (change: Partial<Digest>) => digestText(digest(change), markdown, "");
  expect(say({ sinceAgreed: now })).toContain("Since what holds now was agreed: 50%");
  const sinceBasis = { measure: "opened", unit: "points" } as const;
  expect(say({ sinceAgreed: now, sinceBasis })).toMatch(
    /now was agreed \(opened, in points\): .* 2 more feature points/,
  );
  const missing = say({ drift: null, targetsMissing: "The team Web has agreed for itself." });
  expect(missing).toContain("The team Web has agreed for itself.");
  expect(missing).not.toContain("Nothing was agreed");
});

const hostile = [
  "<!channel> @here @all",
  "[click](https://evil.example) ![](https://evil.example/x.png)",
  "https://evil.example/a www.evil.example me@evil.example",
  "`rm -rf` **bold** *_x_* ~no~ | a | b | $x$",
  "one\n\n# two\r\n- three\u2028four\u0000five\u202esix",
  "<script>alert(1)</script> &lt;b&gt; \\[a\\](b)",
  "<https://evil.example|click>",
];

test.each(hostile)("what people typed does nothing in either: %j", (text) => {
  const bad = digest({
    product: text,
    stage: { id, name: text, startsOn: "2026-01-01", goals: text },
    drift: { ...judgement, stage: text },
    triggers: [{ ...digest().triggers[0], sentence: text } as Digest["triggers"][number]],
    proposals: [
      { ...digest().proposals[0], stage: text, team: text } as Digest["proposals"][number],
    ],
    notes: [{ day: "2026-02-25", kind: "note", text }],
    stale: { since: null, why: text },
  });
  for (const dialect of [markdown, mrkdwn]) {
    const lines = digestText(bad, dialect, "https://balance.test").split("\n");
    const plain = digestText(digest({ stale: { since: null, why: "x" } }), dialect, "").split("\n");
    expect(lines.length).toBe(plain.length);
    const written = lines.join("\n");
    expect(lines.filter((line) => /[\p{Cc}\p{Zl}\u202e]/u.test(line))).toEqual([]);
    expect(written).not.toMatch(/@(here|all|evil)|https?:\/\/evil|www\.evil/);
    if (dialect === mrkdwn) {
      expect(written.replaceAll(/<https:\/\/balance\.test[^|>]*\|[\w ]+>/g, "")).not.toMatch(
        /[<>`]/,
      );
    } else {
      const own = /(?<!!)\[[\w ]+\]\(https:\/\/balance\.test[^)]*\)/g;
      const rest = written.replaceAll(own, "").replaceAll(/\\[\\`*_[\]<>#|~&$!^]/g, "");
      expect(rest.replaceAll("**", "")).not.toMatch(/[[\]<>`*_|$]|(?<!^#)#(?!#? )/m);
    }
  }
});

test("signs that Slack gives an effect stay signs, and a share below one percent is no bracket", () => {
  expect(mrkdwn.text("_Mature_ of ~last year~, not snake_case")).toMatch(
    /^\u200b_\u200bMature\u200b_\u200b of ∼last year∼, not snake_case$/u,
  );
  const { balance } = digest();
  const shares = { feature: 0.999, maintenance: 0.001, rewrite: 0, tech_debt: 0 };
  const text = digestText(digest({ balance: { ...balance, shares } }), mrkdwn, "");
  expect(text).toContain("&lt;1%");
  expect(text).toContain("&gt;99%");
});

test("a long text is cut, so that a message stays one that is taken", () => {
  const text = digestText(
    digest({
      notes: Array.from({ length: 50 }, () => ({
        day: "2026-02-25",
        kind: "note" as const,
        text: "x".repeat(2000),
      })),
    }),
    mrkdwn,
    "https://balance.test",
  );
  expect(text.length).toBeLessThan(20_000);
  expect(text).toContain("30 earlier notes");
});
