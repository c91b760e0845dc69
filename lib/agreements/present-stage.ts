/** A stage's days, both included. */
type StageDays = { startsOn: string; endsOn: string | null };

/** The stage to talk about where none was chosen: the present one, else the next, else the last. */
export function presentStage<Stage extends StageDays>(
  stages: readonly Stage[],
  today: string,
): Stage | undefined {
  return (
    stages.find(({ startsOn, endsOn }) => startsOn <= today && (endsOn ?? today) >= today) ??
    stages.find(({ startsOn }) => startsOn > today) ??
    stages.at(-1)
  );
}
