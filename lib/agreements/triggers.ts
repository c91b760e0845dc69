import { dayAfter, dayOf } from "@/lib/balance/calendar";
import type { PooledPeriod } from "@/lib/balance/pool-periods";
import type { AgreementState, Terms } from "@/lib/domain/agreement";
import type { Days } from "@/lib/domain/balance";
import type { TriggerKind, TriggerPeriod } from "@/lib/domain/trigger";
import { type Said, said, sentenceOf } from "./said";
import type { StageSpan } from "./targets";

/** An agreement or exception that was accepted at some time, and what it is about. */
export type AgreedOnce = Terms & {
  id: string;
  stageId: string;
  teamId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  state: AgreementState;
  inForceAt: Date;
  reviewOn: string | null;
};

export type Trigger = {
  /** The same as long as it is the same matter: so it is told once. */
  key: string;
  kind: TriggerKind;
  /** The day from which on there is a reason to talk. */
  since: string;
  stageId: string;
  stage: string;
  team: { id: string; name: string } | null;
  agreementId: string | null;
  /** The periods outside the band; null for other kinds. */
  outside: Days | null;
  sentence: string;
  says: Said;
};

export type TriggersInput = {
  today: string;
  timeZone: string;
  stages: StageSpan[];
  /** The teams that there are: what one agreed that is gone asks for no talk. */
  teams: { id: string; name: string }[];
  agreed: AgreedOnce[];
  /** Whole periods by the agreement that they are judged by, in order; few items are pooled. */
  periods: ReadonlyMap<string, PooledPeriod[]>;
  /** So many of them outside the band in a row ask for a talk. */
  least: number;
  period: TriggerPeriod;
};

type Team = Trigger["team"];
type About = { input: TriggersInput; stage: StageSpan; team: Team; own: AgreedOnce[] };

/**
 * Why the two sides should talk again, by the present stage, oldest first. Each ends by itself once
 * the matter is settled: by an agreement for the stage, by another agreement with another day of
 * review, by anything agreed after an exception, by a period inside the band.
 */
export function triggersOf(input: TriggersInput): Trigger[] {
  const stage = stageOn(input.stages, input.today);
  if (!stage) return [];
  return teamsOf(input)
    .flatMap((team) => {
      const id = team?.id ?? null;
      const own = input.agreed.filter(({ stageId, teamId }) => {
        return stageId === stage.id && teamId === id;
      });
      const about = { input, stage, team, own };
      const inForce = own.find(({ state, startsOn }) => state === "in_force" && startsOn === null);
      const ended = exceptionEnded(about);
      if (!inForce) return [stageBegun(about), ...ended];
      return [...outsideBand(about, inForce), ...reviewDue(about, inForce), ...ended];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

export function stageOn(stages: StageSpan[], day: string): StageSpan | undefined {
  return stages.find(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn),
  );
}

/**
 * The periods outside the band since the last one inside. What is too few to say, though taken
 * together with all that came after it, neither counts nor ends them.
 */
export function outsideRun<Period extends Pick<PooledPeriod, "place">>(
  periods: Period[],
): Period[] {
  const telling = periods.filter(({ place }) => place !== "too_few");
  return telling.slice(telling.findLastIndex(({ place }) => place === "inside") + 1);
}

/** For whom something was ever agreed; the whole product where nothing was. */
function teamsOf({ agreed, teams }: TriggersInput): Team[] {
  const known = new Set(agreed.map(({ teamId }) => teamId));
  const ofTeams = teams.filter(({ id }) => known.has(id)).map(({ id, name }) => ({ id, name }));
  return known.has(null) || ofTeams.length === 0 ? [null, ...ofTeams] : ofTeams;
}

function stageBegun({ stage, team }: About): Trigger {
  return {
    ...about({ stage, team }),
    key: `stage_begun ${stage.id} ${team?.id ?? "all"}`,
    kind: "stage_begun",
    since: stage.startsOn,
    ...saying(
      said`${stage.name} began on ${{ day: stage.startsOn }}, and nothing is agreed for it${forTeam(team)}.`,
    ),
  };
}

function outsideBand({ input, stage, team }: About, agreement: AgreedOnce): Trigger[] {
  const { least, period } = input;
  const run = outsideRun(input.periods.get(agreement.id) ?? []);
  const [first, last] = [run.at(0), run.at(-1)];
  if (!first || !last || run.length < least) return [];
  const places = new Set(run.map(({ place }) => place));
  const where = places.size > 1 ? "outside" : places.has("below") ? "below" : "above";
  return [
    {
      ...about({ stage, team, agreement }),
      key: `outside_band ${agreement.id} ${first.start}`,
      kind: "outside_band",
      since: first.start,
      outside: { from: first.start, to: last.end },
      ...saying(
        said`The feature share${ofTeam(team)} lay ${where} the agreed band (${bandWords(agreement)}) ${runSaid(run, first, period)}.`,
      ),
    },
  ];
}

function runSaid(run: PooledPeriod[], first: PooledPeriod, period: TriggerPeriod): Said {
  const since = { day: first.start };
  const periods = run.reduce((sum, one) => sum + one.periods, 0);
  const count = `${periods} ${periods === 1 ? period : `${period}s`}`;
  if (periods === run.length) {
    return said`in every whole ${period} with enough items to say since ${since}: ${count}`;
  }
  const times = run.length === 1 ? "once" : `${run.length} times in a row`;
  return said`${times} since ${since}: ${count}, those with too few items to say taken together with the ones after them`;
}

function reviewDue({ input, stage, team }: About, agreement: AgreedOnce): Trigger[] {
  const { reviewOn } = agreement;
  if (reviewOn === null || reviewOn > input.today) return [];
  return [
    {
      ...about({ stage, team, agreement }),
      key: `review_due ${agreement.id} ${reviewOn}`,
      kind: "review_due",
      since: reviewOn,
      ...saying(
        said`The agreement for ${stage.name}${forTeam(team)} was to be talked about again on ${{ day: reviewOn }}.`,
      ),
    },
  ];
}

function exceptionEnded({ input, stage, team, own }: About): Trigger[] {
  return own.flatMap((exception): Trigger[] => {
    const { id, state, endsOn } = exception;
    if (endsOn === null || state !== "in_force" || endsOn >= input.today) return [];
    const isSettled = own.some(({ inForceAt }) => dayOf(inForceAt, input.timeZone) > endsOn);
    if (isSettled) return [];
    return [
      {
        ...about({ stage, team, agreement: exception }),
        key: `exception_ended ${id}`,
        kind: "exception_ended",
        since: dayAfter(endsOn),
        ...saying(
          said`The exception in ${stage.name}${forTeam(team)}, ${bandWords(exception)} until ${{ day: endsOn }}, has ended, and nothing was agreed since.`,
        ),
      },
    ];
  });
}

function about({
  stage,
  team,
  agreement,
}: {
  stage: StageSpan;
  team: Team;
  agreement?: AgreedOnce;
}) {
  const agreementId = agreement?.id ?? null;
  return { stageId: stage.id, stage: stage.name, team, agreementId, outside: null };
}

function saying(says: Said): Pick<Trigger, "sentence" | "says"> {
  return { sentence: sentenceOf(says), says };
}

function forTeam(team: Team): string {
  return team === null ? "" : ` for the team ${team.name}`;
}

function ofTeam(team: Team): string {
  return team === null ? "" : ` of the team ${team.name}`;
}

/** `65 ± 5`. */
export function bandWords({ shares, tolerance }: Terms): string {
  return tolerance === 0 ? `${shares.feature}` : `${shares.feature} ± ${tolerance}`;
}
