/** The same database, which tells what is done with which table, also in transactions. */
export function listening<T extends object>(db: T, heard: string[]): T {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        heard.push(`${String(name)} ${given.map(tableOf).join()}`);
        const [work] = given;
        if (name === "transaction" && typeof work === "function") {
          return Reflect.apply(value, target, [(tx: object) => work(listening(tx, heard))]);
        }
        const begun: unknown = Reflect.apply(value, target, given);
        // A reading names its table in the next step.
        return name === "select" ? listening(Object(begun), heard) : begun;
      };
    },
  });
}

function tableOf(given: unknown): string {
  const name: unknown = Reflect.get(Object(given), Symbol.for("drizzle:Name"));
  return typeof name === "string" ? name : "";
}
