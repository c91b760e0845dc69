import { describe, expect, it } from "vitest";
import { plainText } from "@/lib/connectors/jira/plain-text";

const text = (value: string) => ({ type: "text", text: value });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const item = (...content: unknown[]) => ({ type: "listItem", content });
const document = (...content: unknown[]) => ({ type: "doc", version: 1, content });

describe("a document", () => {
  it("gives its blocks as lines, lists marked and nested ones indented", () => {
    const nested = { type: "bulletList", content: [item(paragraph(text("inner")))] };
    const list = {
      type: "orderedList",
      content: [item(paragraph(text("one"))), item(paragraph(text("two")), nested)],
    };
    const told = plainText(
      document({ type: "heading", attrs: { level: 1 }, content: [text("Title")] }, list),
    );
    expect(told).toBe("Title\n1. one\n2. two\n  - inner");
  });

  it("gives what stands for text: mentions, emoji, links, dates, statuses, breaks, cells", () => {
    const told = plainText(
      document(
        paragraph(
          { type: "mention", attrs: { text: "@Ada" } },
          text(" "),
          { type: "emoji", attrs: { shortName: ":tada:", text: "🎉" } },
          { type: "hardBreak" },
          { type: "inlineCard", attrs: { url: "https://example.com" } },
          text(" "),
          { type: "date", attrs: { timestamp: "1717236000000" } },
          text(" "),
          { type: "status", attrs: { text: "DONE" } },
        ),
        {
          type: "table",
          content: [
            {
              type: "tableRow",
              content: [
                { type: "tableCell", content: [paragraph(text("a"))] },
                { type: "tableCell", content: [paragraph(text("b"))] },
              ],
            },
          ],
        },
        { type: "somethingNew", content: [paragraph(text("kept"))] },
      ),
    );
    expect(told).toBe("@Ada 🎉\nhttps://example.com 2024-06-01 DONE\na | b\nkept");
  });

  it("that nests without end is cut, not fatal", () => {
    let node: unknown = text("deep");
    for (let depth = 0; depth < 5000; depth += 1) node = { type: "panel", content: [node] };
    expect(plainText(document(paragraph(text("top")), node))).toBe("top");
  });

  it("that is none is no text", () => {
    expect(plainText({ hello: 1 })).toBeNull();
    expect(plainText(undefined)).toBeNull();
  });
});

describe("wiki markup", () => {
  it.each([
    ["h2. Title", "Title"],
    ["some *bold*, _italic_ and {{code}}", "some bold, italic and code"],
    ["* one\n** two\n# three", "- one\n  - two\n1. three"],
    ["[the page|https://example.com/a]", "the page (https://example.com/a)"],
    ["[https://example.com]", "https://example.com"],
    ["[~ada] said", "ada said"],
    ["{code:java}\nint a = b * c;\n{code}", "int a = b * c;"],
    ["{color:red}red{color}", "red"],
    ["before !picture.png|thumbnail! after", "before  after"],
    ["||a||b||\n|1|2|", "a | b\n1|2"],
    ["snake_case_name and 2*3*4", "snake_case_name and 2*3*4"],
    ["line\\\\\nnext", "line\nnext"],
    ["bq. quoted", "quoted"],
    ["a \\*star\\*", "a *star*"],
  ])("%j becomes %j", (markup, plain) => {
    expect(plainText(markup)).toBe(plain);
  });

  it.each(["*", "[", "{", "!", "|", "_a", "\\", "||", "{color:"])(
    "of 64 KB of %j takes no time",
    (part) => {
      const begun = performance.now();
      plainText(part.repeat(65_536 / part.length));
      expect(performance.now() - begun).toBeLessThan(5000);
    },
  );
});
