export type Turns = {
  /** Begins something for a caller and returns how to end it; null where too much is under way. */
  begin(caller: string): (() => void) | null;
};

/** Counts what is under way, of one caller and of all together. Ending twice counts once. */
export function createTurns({ ofOne, ofAll }: { ofOne: number; ofAll: number }): Turns {
  const underWay = new Map<string, number>();
  let all = 0;
  return {
    begin(caller) {
      const own = underWay.get(caller) ?? 0;
      if (own >= ofOne || all >= ofAll) return null;
      underWay.set(caller, own + 1);
      all += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        all -= 1;
        const left = (underWay.get(caller) ?? 1) - 1;
        if (left === 0) underWay.delete(caller);
        else underWay.set(caller, left);
      };
    },
  };
}
