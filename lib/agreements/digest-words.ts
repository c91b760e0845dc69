import type { Digest } from "@/lib/contracts/digests";
import type { Unit } from "@/lib/domain/balance";
import { categoryWords, measureWords, sideWords, unitWords } from "@/lib/domain/glossary";
import { agreedBandWords, amountWords, countWords, percentOf, shareWords } from "./amount-words";
import { bandWords } from "./triggers";

type Judgement = NonNullable<Digest["drift"]>;

/** A share against what was agreed, in sentences. */
export function judgementWords(judgement: Judgement, unit: Unit): string {
  const { stage, exception, agreed, tolerance, actual, items, from } = judgement;
  const band = agreedBandWords({ feature: agreed, tolerance });
  const what = exception ? `as an exception in ${stage}` : `for ${stage}`;
  if (from === null || actual === null) {
    return `Agreed ${what}: ${band}. No whole period lies under it, so there is nothing to judge.`;
  }
  const share = `${shareWords(actual)} new features of ${countWords(items, "classified item")}`;
  return `${share}; agreed ${what}: ${band}. ${placeWords(judgement)}${returnWords(judgement, unit)}`;
}

/** How the days compare with what was agreed for them, and how it went since what holds now was agreed. */
export function judgedWords(
  digest: Pick<Digest, "balance" | "drift" | "targetsMissing" | "sinceAgreed" | "sinceBasis">,
): string {
  const { balance, drift, targetsMissing, sinceAgreed, sinceBasis } = digest;
  const nothing = targetsMissing === null ? ["Nothing was agreed for these days."] : [];
  const { measure, unit } = sinceBasis ?? balance;
  const isCountedAlike = measure === balance.measure && unit === balance.unit;
  const counted = isCountedAlike
    ? ""
    : ` (${measureWords[measure].name.toLowerCase()}, in ${unitWords[unit].name.toLowerCase()})`;
  const isSame = drift?.agreementId === sinceAgreed?.agreementId;
  const since = isSame ? "Since it was agreed" : "Since what holds now was agreed";
  return [
    ...(drift ? [judgementWords(drift, balance.unit)] : nothing),
    ...(targetsMissing === null ? [] : [targetsMissing]),
    ...(sinceAgreed?.from ? [`${since}${counted}: ${judgementWords(sinceAgreed, unit)}`] : []),
  ].join(" ");
}

/** Who proposes what, and for whose answer it waits. */
export function proposalWords(proposal: Digest["proposals"][number]): string {
  const { side, waitsFor, exception, stage, team } = proposal;
  const what = `${bandWords(proposal)}${exception ? " as an exception" : ""} for ${stage}`;
  const whose = team === null ? "" : ` and the team ${team}`;
  const said = `${sideWords[side].name} proposes ${what}${whose}`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}; it waits for ${sideWords[waitsFor].name}.`;
}

const goingWords = {
  approaching: ", and coming closer",
  moving_away: ", and moving away",
  steady: ", and staying there",
};

function placeWords(judgement: Judgement): string {
  const { place, direction, actual, agreed, tolerance } = judgement;
  const going = direction === null ? "" : goingWords[direction];
  switch (place) {
    case "too_few":
      return "Too few to say: chance alone could have done it.";
    case "inside":
      return `Inside the band${going}.`;
    case "below":
    case "above": {
      const points = Math.round(percentOf(Math.abs((actual ?? 0) - agreed) - tolerance));
      const distance = points < 1 ? "Less than a point" : countWords(points, "point");
      return `${distance} ${place} the band${going}.`;
    }
  }
}

function returnWords({ toReturn }: Judgement, unit: Unit): string {
  if (!toReturn) return "";
  const { category, more, among } = toReturn;
  const name = category === "upkeep" ? "upkeep" : categoryWords[category].name.toLowerCase();
  const noun = unit === "items" ? "item" : "point";
  return ` ${countWords(more, `more ${name} ${noun}`)} among the next ${amountWords(among)} would return it.`;
}
