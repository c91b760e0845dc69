import { describe, expect, it } from "vitest";
import { formatAmount, formatDayRange } from "@/components/ui/format";
import { readerLocale } from "@/components/ui/reader-locale";

describe("the locale of days and numbers", () => {
  it("is the reader's own", () => {
    for (const language of ["de-DE", "en-GB", "ja-JP", "pt"]) {
      expect(readerLocale(language)).toBe(language);
    }
  });

  it("holds nothing that runs leftward inside an English sentence", () => {
    for (const language of ["ar-EG", "ar", "he-IL", "fa-IR", "ur-PK", "ckb-IQ"]) {
      const locale = readerLocale(language);
      const texts = [
        formatDayRange("2026-09-07", "2026-11-23", locale),
        formatAmount(1269, locale),
      ];
      expect(texts.join(" ")).toMatch(/^[\p{Script=Latin}0-9 ,.–/-]+$/u);
    }
  });
});
