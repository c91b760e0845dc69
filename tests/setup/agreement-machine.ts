import type { Decision, Side } from "@/lib/domain/agreement";

/** Days are counted from the first of the world; teams by place, null the whole product. */
type Stage = { name: string; from: number; to: number | null; bound: boolean };
type State = "proposed" | "in_force" | "superseded" | "declined" | "withdrawn";

type Talk = {
  name: string;
  stage: string;
  team: number | null;
  /** First and last day of an exception. */
  days: [number, number] | null;
  state: State;
  version: number;
  side: Side;
  feature: number;
};

/** What can be done, each with the name that what it makes is known by. */
export type Deed =
  | { kind: "stage"; name: string; from: number; to: number | null }
  | { kind: "end"; stage: string; to: number | null }
  | {
      kind: "propose";
      name: string;
      stage: string;
      team: number | null;
      days: [number, number] | null;
      side: Side;
      feature: number;
    }
  | {
      kind: "answer";
      talk: string;
      side: Side;
      decision: Decision;
      version: number;
      feature: number;
    };

/**
 * What stages and agreements ought to do, as plainly as it can be said: the services are held to it.
 * Every day that ends is written down with what was in force then.
 */
export class AgreementMachine {
  private constructor(
    readonly stages: Stage[],
    readonly talks: Talk[],
    private readonly log: Map<string, string>,
    public today: number,
  ) {}

  static begin(): AgreementMachine {
    return new AgreementMachine([], [], new Map(), 0);
  }

  copy(): AgreementMachine {
    const { stages, talks, log } = structuredClone({ ...this });
    return new AgreementMachine(stages, talks, log, this.today);
  }

  /** Whether it was done. */
  do(deed: Deed): boolean {
    switch (deed.kind) {
      case "stage":
        return this.addStage(deed);
      case "end":
        return this.endStage(deed);
      case "propose":
        return this.propose(deed);
      case "answer":
        return this.answer(deed);
    }
  }

  pass(days: number, teams: readonly (number | null)[]): void {
    for (let passed = 0; passed < days; passed++) {
      for (const team of teams) {
        const talk = this.inForceOn(this.today, team);
        if (talk) this.log.set(`${this.today} ${team}`, talk);
      }
      this.today++;
    }
  }

  /** By what each day that is over was judged, as far as it was. */
  judged(team: number | null): [day: number, talk: string][] {
    return Array.from({ length: this.today }, (_, day) => day).flatMap((day) => {
      const talk = this.log.get(`${day} ${team}`);
      return talk ? [[day, talk] as [number, string]] : [];
    });
  }

  private inForceOn(day: number, team: number | null): string | undefined {
    const holding = this.talks.filter((talk) => {
      const stage = this.stageOf(talk.stage);
      const isItsDay = stage && stage.from <= day && day <= (stage.to ?? day);
      const isWithin = talk.days === null || (talk.days[0] <= day && day <= talk.days[1]);
      return talk.state === "in_force" && talk.team === team && isItsDay && isWithin;
    });
    return (holding.find(({ days }) => days !== null) ?? holding.at(0))?.name;
  }

  private addStage({ name, from, to }: Deed & { kind: "stage" }): boolean {
    if (to !== null && to < from) return false;
    const before = this.stages.find((stage) => stage.to === null && stage.from < from);
    const others = this.stages.filter((stage) => stage !== before);
    if (others.some((stage) => overlap(stage, { from, to }))) return false;
    if (before?.bound && from < this.today) return false;
    if (before) before.to = from - 1;
    this.stages.push({ name, from, to, bound: false });
    return true;
  }

  private endStage({ stage: name, to }: Deed & { kind: "end" }): boolean {
    const stage = this.stageOf(name);
    if (!stage || (to !== null && to < stage.from)) return false;
    const others = this.stages.filter((other) => other !== stage);
    if (others.some((other) => overlap(other, { from: stage.from, to }))) return false;
    const isOver = (day: number | null) => day !== null && day < this.today - 1;
    if (stage.bound && to !== stage.to && (isOver(to) || isOver(stage.to))) return false;
    stage.to = to;
    return true;
  }

  private propose({ kind: _, ...proposal }: Deed & { kind: "propose" }): boolean {
    const { stage, team, days } = proposal;
    if (!this.isOngoing(stage, days) || (days && (days[0] < this.today || days[1] < days[0]))) {
      return false;
    }
    const isSame = (talk: Talk) => isAbout(talk, { stage, team, days });
    if (this.talks.some((talk) => talk.state === "proposed" && isSame(talk))) return false;
    this.talks.push({ ...proposal, state: "proposed", version: 1 });
    return true;
  }

  private answer({ talk: name, side, decision, version, feature }: Deed & { kind: "answer" }) {
    const talk = this.talks.find((one) => one.name === name);
    if (talk?.state !== "proposed" || talk.version !== version) return false;
    if ((decision === "withdraw") !== (talk.side === side)) return false;
    const isGoingOn = decision === "accept" || decision === "counter";
    if (isGoingOn && !this.isOngoing(talk.stage, talk.days)) return false;
    if (decision === "counter") {
      if (feature === talk.feature) return false;
      Object.assign(talk, { version: version + 1, side, feature });
      return true;
    }
    if (decision === "accept") this.putInForce(talk);
    else talk.state = decision === "decline" ? "declined" : "withdrawn";
    return true;
  }

  private putInForce(talk: Talk): void {
    for (const other of this.talks) {
      const shares = !talk.days || !other.days || overlap(asSpan(talk.days), asSpan(other.days));
      if (other.state === "in_force" && isAbout(other, talk) && shares) other.state = "superseded";
    }
    talk.state = "in_force";
    const stage = this.stageOf(talk.stage);
    if (stage) stage.bound = true;
  }

  private isOngoing(name: string, days: [number, number] | null): boolean {
    const stage = this.stageOf(name);
    if (!stage || (stage.to !== null && stage.to < this.today)) return false;
    if (!days) return true;
    const [first, last] = days;
    return last >= this.today && first >= stage.from && last <= (stage.to ?? last);
  }

  private stageOf(name: string): Stage | undefined {
    return this.stages.find((stage) => stage.name === name);
  }
}

function asSpan([from, to]: [number, number]) {
  return { from, to };
}

function overlap(a: { from: number; to: number | null }, b: { from: number; to: number | null }) {
  return a.from <= (b.to ?? a.from) && b.from <= (a.to ?? b.from);
}

/** Whether two talks are about the same: a stage's agreement or exceptions, for the same team. */
function isAbout(
  a: Pick<Talk, "stage" | "team" | "days">,
  b: Pick<Talk, "stage" | "team" | "days">,
): boolean {
  return a.stage === b.stage && a.team === b.team && (a.days === null) === (b.days === null);
}
