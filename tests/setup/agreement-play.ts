import { expect } from "vitest";
import type { Db } from "@/db/client";
import type { Agreement } from "@/lib/contracts/agreements";
import { createTeamSchema } from "@/lib/contracts/teams";
import { type Decision, otherSide, type Side } from "@/lib/domain/agreement";
import { AppError } from "@/lib/errors";
import { createTeam } from "@/lib/services/create-team";
import { AgreementMachine, type Deed } from "./agreement-machine";
import { AgreementWorld, twoSides } from "./agreement-world";

const firstDay = Date.UTC(2026, 1, 2);
const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(firstDay + day * dayMs).toISOString().slice(0, 10);
const dayOf = (date: string) => (Date.parse(date) - firstDay) / dayMs;

/** A deed before it is known which stages and talks there are: places counted from the latest. */
export type Wish =
  | { kind: "stage"; from: number; length: number | null }
  | { kind: "end"; stage: number; in: number | null }
  | {
      kind: "propose";
      stage: number;
      team: 0 | null;
      days: { in: number; length: number } | null;
      side: Side;
      feature: number;
    }
  | {
      kind: "answer";
      talk: number;
      side: Side;
      decision: Decision;
      stale: boolean;
      feature: number;
    };

export type Move =
  | { kind: "pass"; days: number }
  | { kind: "alone"; wish: Wish }
  | { kind: "both"; wishes: [Wish, Wish] }
  | { kind: "agree"; wish: Wish & { kind: "propose" } };
/** One sequence, played by the services and by the machine beside each other. */
export class AgreementPlay {
  private machine = AgreementMachine.begin();
  private readonly ids = new Map<string, string>();
  private said = new Map<string, Agreement["steps"]>();
  private made = 0;

  private constructor(
    private readonly world: AgreementWorld,
    private readonly teamId: string,
  ) {}

  static async begin(db: Db): Promise<AgreementPlay> {
    const world = await AgreementWorld.create(db, `${dateOf(0)}T12:00:00Z`);
    const team = createTeamSchema.parse({ name: "Shop", filter: { label: ["shop"] } });
    const input = { productId: world.product.id, team };
    const { id } = await createTeam({ ctx: world.ctx, input });
    const play = new AgreementPlay(world, id);
    await play.together([{ kind: "stage", name: "first", from: -3, to: null }]);
    return play;
  }

  async move(move: Move): Promise<void> {
    switch (move.kind) {
      case "pass":
        this.machine.pass(move.days, [0, null]);
        this.world.now = new Date(firstDay + (this.machine.today + 0.5) * dayMs);
        return this.compareJudgements();
      case "alone":
        return this.together([this.deedOf(move.wish)]);
      case "both":
        return this.together(move.wishes.map((wish) => this.deedOf(wish)));
      case "agree":
        return this.agree(move.wish);
    }
  }

  /** A proposal that the other side accepts at once. */
  private async agree(wish: Wish & { kind: "propose" }): Promise<void> {
    const deed = this.deedOf(wish);
    await this.together([deed]);
    if (!("name" in deed) || !this.ids.has(deed.name)) return;
    const said = { side: otherSide(wish.side), decision: "accept" as const, version: 1 };
    await this.together([{ kind: "answer", talk: deed.name, feature: wish.feature, ...said }]);
  }

  /** Does deeds at once; what came of them is what the machine makes of them in one of the orders. */
  private async together(deeds: Deed[]): Promise<void> {
    const done = await Promise.all(deeds.map((deed) => this.isDone(deed)));
    const seen = await this.look();
    const orders = deeds.length === 1 ? [deeds] : [deeds, deeds.toReversed()];
    const ends = orders.map((order) => {
      const machine = this.machine.copy();
      const results = new Map(order.map((deed) => [deed, machine.do(deed)]));
      return { machine, done: deeds.map((deed) => results.get(deed)) };
    });
    const told = (end: { machine: AgreementMachine; done: unknown }) =>
      JSON.stringify({ done: end.done, ...this.tell(end.machine) });
    const real = JSON.stringify({ done, ...seen });
    const same = ends.find((end) => told(end) === real);
    if (!same) expect(real, JSON.stringify(deeds)).toBe(ends.map(told).join("\nor "));
    if (same) this.machine = same.machine;
  }

  private deedOf(wish: Wish): Deed {
    const { stages, talks, today } = this.machine;
    const name = `${wish.kind} ${++this.made}`;
    const nameAt = (some: { name: string }[], place: number) => some.at(-1 - place)?.name ?? "none";
    switch (wish.kind) {
      case "stage": {
        const from = today + wish.from;
        return { kind: "stage", name, from, to: wish.length === null ? null : from + wish.length };
      }
      case "end": {
        const to = wish.in === null ? null : today + wish.in;
        return { kind: "end", stage: nameAt(stages, wish.stage), to };
      }
      case "propose": {
        const days = wish.days && asDays(today + wish.days.in, wish.days.length);
        return { ...wish, name, stage: nameAt(stages, wish.stage), days };
      }
      case "answer": {
        const talk = talks.at(-1 - wish.talk);
        const version = Math.max(1, (talk?.version ?? 1) - (wish.stale ? 1 : 0));
        const { side: speaker, decision, feature: share } = wish;
        const said = { side: speaker, decision, version, feature: share };
        return { kind: "answer", talk: talk?.name ?? "none", ...said };
      }
    }
  }

  private async isDone(deed: Deed): Promise<boolean> {
    try {
      const made = await this.act(deed);
      if (made && "name" in deed) this.ids.set(deed.name, made.id);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code !== "internal") return false;
      throw error;
    }
  }

  private act(deed: Deed): Promise<{ id: string }> {
    const idOf = (name: string) => this.ids.get(name) ?? crypto.randomUUID();
    switch (deed.kind) {
      case "stage":
        return this.world.stage({
          ...{ name: deed.name, startsOn: dateOf(deed.from) },
          endsOn: deed.to === null ? null : dateOf(deed.to),
        });
      case "end":
        return this.world.changeStage(idOf(deed.stage), {
          endsOn: deed.to === null ? null : dateOf(deed.to),
        });
      case "propose": {
        const proposal = {
          ...{ stageId: idOf(deed.stage), side: deed.side, shares: twoSides(deed.feature) },
          ...{ tolerance: 5, reason: "So.", teamId: deed.team === null ? null : this.teamId },
        };
        if (deed.days === null) return this.world.propose(proposal);
        const [first, last] = deed.days;
        return this.world.except({ ...proposal, startsOn: dateOf(first), endsOn: dateOf(last) });
      }
      case "answer":
        return this.world.answer(idOf(deed.talk), {
          ...{ side: deed.side, decision: deed.decision, version: deed.version, reason: "So." },
          ...(deed.decision === "counter" && { shares: twoSides(deed.feature) }),
        });
    }
  }

  /** What the services say there is; and that nothing which was said has changed. */
  private async look() {
    const [stages, agreements] = [await this.world.stages(), await this.world.agreements()];
    for (const agreement of agreements) {
      const before = this.said.get(agreement.id) ?? [];
      expect(agreement.steps.slice(0, before.length)).toEqual(before);
      if (agreement.inForceAt !== null) expectBothSigned(agreement);
    }
    expect(agreements.length).toBeGreaterThanOrEqual(this.said.size);
    this.said = new Map(agreements.map(({ id, steps }) => [id, steps]));
    const inForce = agreements
      .filter(({ state, exception }) => state === "in_force" && exception === null)
      .map(({ stageId, team }) => `${stageId} ${team?.id}`);
    expect(new Set(inForce).size).toBe(inForce.length);
    const names = new Map([...this.ids].map(([name, id]) => [id, name]));
    return {
      stages: stages.map(({ id, startsOn, endsOn, bound }) => {
        const to = endsOn === null ? null : dayOf(endsOn);
        return [names.get(id), dayOf(startsOn), to, bound];
      }),
      talks: agreements
        .map(({ id, state, version, side: whose, shares }) => {
          return [names.get(id), state, version, whose, shares.feature];
        })
        .sort(byName),
    };
  }

  /** The same of the machine. */
  private tell({ stages, talks }: AgreementMachine) {
    return {
      stages: stages
        .toSorted((a, b) => a.from - b.from)
        .map(({ name, from, to, bound }) => [name, from, to, bound]),
      talks: talks
        .map((talk) => [talk.name, talk.state, talk.version, talk.side, talk.feature])
        .sort(byName),
    };
  }

  /** Every day that is over is judged by what was in force at its end, whatever came later. */
  private async compareJudgements(): Promise<void> {
    for (const team of [0, null]) {
      const { drift, targets } = await this.world.balance({
        ...{ from: dateOf(-5), to: dateOf(this.machine.today), bucket: "day" },
        ...(team === 0 && { team: this.teamId }),
      });
      const expected = this.machine
        .judged(team)
        .map(([day, name]) => [dateOf(day), this.ids.get(name)]);
      const periods = drift?.periods.map(({ start, agreementId }) => [start, agreementId]) ?? [];
      expect(periods).toEqual(expected);
      for (const [day, id] of expected) {
        const held = targets.filter(({ from, to }) => from <= (day ?? "") && (day ?? "") <= to);
        expect(held.map(({ agreementId }) => agreementId)).toEqual([id]);
      }
    }
  }
}

function asDays(first: number, length: number): [number, number] {
  return [first, first + length];
}

function byName([a]: unknown[], [b]: unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

/** One side put the version on the table that the other accepted. */
function expectBothSigned({ steps, version }: Agreement): void {
  const accepted = steps.find(({ act }) => act === "accept");
  const tabled = steps.find(
    ({ act, version: made }) => made === version && (act === "propose" || act === "counter"),
  );
  expect(accepted?.version).toBe(version);
  expect(tabled?.side).toBe(otherSide(accepted?.side ?? "pm"));
  expect(accepted?.shares).toEqual(tabled?.shares);
}
