/** The one time of a history, which passes only when told. */
export class WorldClock {
  constructor(private at: number) {}

  readonly now = (): Date => new Date(this.at);

  pass(ms: number): void {
    this.at += ms;
  }

  /** A clock that goes wrong by so much. */
  skewed(ms: number): () => Date {
    return () => new Date(this.at + ms);
  }
}
