import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatDay,
  formatDayRange,
  formatInstant,
  formatInstantDay,
  formatShare,
} from "@/components/ui/format";
import { webAddress } from "@/components/ui/web-address";

describe("a share in words", () => {
  it("keeps no data apart from a measured zero", () => {
    expect(formatShare(null, "en-GB")).toBe("–");
    expect(formatShare(0, "en-GB")).toBe("0%");
  });

  it("rounds nothing to 0% or 100% that is not", () => {
    expect(formatShare(0.0001, "en-GB")).toBe("<1%");
    expect(formatShare(0.9999, "en-GB")).toBe(">99%");
    expect(formatShare(1, "en-GB")).toBe("100%");
  });
});

describe("a day in words", () => {
  it("is the same day wherever the reader sits", () => {
    expect(formatDay("2026-03-01", "en-GB")).toBe("1 Mar 2026");
    expect(formatDay("2026-03-01", "en-US", "short")).toBe("Mar 1");
  });

  it("of an instant is that of the product's time zone", () => {
    expect(formatInstantDay("2026-03-01T23:30:00Z", "en-GB", "Asia/Tokyo")).toBe("2 Mar 2026");
  });
});

describe("days in words", () => {
  it("hold plain spaces alone, so that server and browser agree on the text", () => {
    const texts = [
      formatDayRange("2026-03-02", "2026-03-08", "en-US"),
      formatDayRange("2025-12-29", "2026-01-04", "en-GB"),
      formatInstant("2026-03-01T15:30:00Z", "en-US", "UTC"),
    ];
    for (const text of texts) expect(text).not.toMatch(/[^\S ]/);
    expect(texts[0]).toBe("Mar 2 – 8, 2026");
  });
});

describe("an age in words", () => {
  it("is told in whole minutes, hours or days", () => {
    const now = Date.parse("2026-03-05T12:00:00Z");
    expect(formatAgo("2026-03-05T11:59:30Z", now)).toBe("just now");
    expect(formatAgo("2026-03-05T11:56:00Z", now)).toBe("4 minutes ago");
    expect(formatAgo("2026-03-03T11:00:00Z", now)).toBe("2 days ago");
  });
});

describe("a link out", () => {
  it("is made of web addresses alone", () => {
    expect(webAddress("https://github.com/octo/door/issues/7")).toContain("/issues/7");
    for (const hostile of ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "x"])
      expect(webAddress(hostile)).toBeNull();
  });
});
