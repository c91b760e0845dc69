/** What everything rejects with that a killed process still tries. */
export class DeadError extends Error {}

/** The life of one process: what it does is counted, and it may be killed or frozen anywhere in it. */
export class Life {
  private isOver = false;
  private statementsLeft = Number.POSITIVE_INFINITY;
  private requestsMade = 0;
  private readonly plan = new Map<number, (() => void)[]>();
  private ice: { thaw: () => void; melted: Promise<void> } | null = null;
  private onFrozen: () => void = () => undefined;

  get isDead(): boolean {
    return this.isOver;
  }

  /** From now on, dies at the so manieth statement (from 1) or end of a transaction. */
  dieAtStatement(count: number): void {
    this.statementsLeft = count;
  }

  /** Lets something happen before the so manieth request from now on (from 1) is answered. */
  atRequest(count: number, happens: () => void): void {
    const at = this.requestsMade + count;
    this.plan.set(at, [...(this.plan.get(at) ?? []), happens]);
  }

  /** Stands still with the answer to the so manieth request in its hands; resolves when it does. */
  freezeAtRequest(count: number): Promise<void> {
    const frozen = new Promise<void>((resolve) => {
      this.onFrozen = resolve;
    });
    this.atRequest(count, () => {
      let thaw: () => void = () => undefined;
      const melted = new Promise<void>((resolve) => {
        thaw = resolve;
      });
      this.ice = { thaw, melted };
    });
    return frozen;
  }

  thaw(): void {
    this.ice?.thaw();
    this.ice = null;
  }

  /** Forgets what was still to come. */
  spare(): void {
    this.statementsLeft = Number.POSITIVE_INFINITY;
    this.plan.clear();
  }

  die(): void {
    this.isOver = true;
  }

  assertAlive(): void {
    if (this.isOver) throw new DeadError("This process was killed.");
  }

  /** Called before each statement, before each commit and after it. */
  beat(): void {
    this.assertAlive();
    this.statementsLeft -= 1;
    if (this.statementsLeft <= 0) this.die();
    this.assertAlive();
  }

  asked(): void {
    this.assertAlive();
    this.requestsMade += 1;
    for (const happens of this.plan.get(this.requestsMade) ?? []) happens();
    this.assertAlive();
  }

  async answered(): Promise<void> {
    if (this.ice !== null) {
      this.onFrozen();
      await this.ice.melted;
    }
    this.assertAlive();
  }
}
