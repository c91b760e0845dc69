/** A sprint as its tracker tells it. One that has not begun has no days yet. */
export type Sprint = {
  /** The tracker's own id. */
  id: string;
  name: string;
  /** The tracker's own id of the board that runs it; null where it is not told. */
  board: string | null;
  startsAt: Date | null;
  /** When it is to end. */
  endsAt: Date | null;
  /** When it was ended; null while it runs or lies ahead. */
  completedAt: Date | null;
};

/** What days are called that are of no sprint. */
export const noSprint = "No sprint";
