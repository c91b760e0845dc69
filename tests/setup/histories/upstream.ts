import type { Connector, ConnectorIo } from "@/lib/connectors/connector";
import type { Random } from "@/lib/connectors/sample/history/random";
import type { StandIn } from "../stand-in-fetch";

/** A tracker that random histories happen to. */
export type Upstream = {
  standIn: StandIn;
  /** In a few words, which tracker with which abilities. */
  name: string;
  /** Somebody does something; says what. */
  edit(random: Random): string;
  /** Something begins to go wrong; says what. */
  trouble(random: Random): string;
  /** Nothing goes wrong any more. */
  calm(): void;
  /** Its pages are large from now on. */
  enlargePages(): void;
  connect(io: ConnectorIo): Connector;
  /**
   * Why an incremental sync need not have seen everything of what is still there; null where it
   * must. A walk over everything must in any case.
   */
  hiddenFromIncremental(): string | null;
};

/** Instants as the tracker's own clock tells them, which is not ours. */
export type Clock = () => Date;

/** Something that can happen; null where it cannot just now. */
export type Deed = { weight: number; act: (random: Random) => string | null };

/** One of the deeds that can be done now, by weight. */
export function doOne(deeds: readonly Deed[], random: Random): string {
  const left = [...deeds];
  while (left.length > 0) {
    const weights = Object.fromEntries(left.map(({ weight }, index) => [String(index), weight]));
    const index = Number(random.weighted(weights, "0"));
    const told = left[index]?.act(random) ?? null;
    if (told !== null) return told;
    left.splice(index, 1);
  }
  throw new Error("There is nothing that could be done.");
}

/** One of the values, or null where there is none. */
export function anyOf<T>(values: readonly T[], random: Random): T | null {
  return values[Math.floor(random.next() * values.length)] ?? null;
}
