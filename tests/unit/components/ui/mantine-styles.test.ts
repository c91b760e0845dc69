import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const mantine = path.resolve("node_modules/@mantine/core");
const built = path.join(mantine, "esm");

it("the page has the styles of every component in use, and no others", () => {
  const imported = matches(read("app/mantine-styles.ts"), /core\/styles\/(\w+)\.css/g);
  expect(imported.toSorted()).toEqual(sheetsOf(classesInUse()).toSorted());
});

it("they come in the order of Mantine's own sheet, in which later ones overrule", () => {
  const whole = read(path.join(mantine, "styles.css"));
  const imported = matches(read("app/mantine-styles.ts"), /core\/styles\/([\w-]+)\.css/g);
  const places = imported.map((name) => whole.indexOf(sheet(name).trim()));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

/** The classes of the components that our code names, and of all that those are made of. */
function classesInUse(): Set<string> {
  const files = [
    ...filesUnder("app", /\.tsx?$/),
    ...filesUnder("components", /\.tsx?$/),
    ...filesUnder("node_modules/@mantine/notifications/esm", /\.mjs$/),
  ];
  const index = read(path.join(built, "index.mjs"));
  const fileOf = new Map(
    [...index.matchAll(/import \{ ([^}]+) \} from "\.\/([^"]+)"/g)].flatMap(([, names, file]) =>
      (names ?? "").split(", ").map((name) => [name, path.join(built, file ?? "")] as const),
    ),
  );
  const named = files
    .flatMap((file) => matches(read(file), /import \{([^}]+)\} from "@mantine\/core"/g))
    .flatMap((names) => names.split(",").map((name) => name.trim()));
  const seen = new Set(named.flatMap((name) => fileOf.get(name) ?? []));
  for (const file of seen) {
    for (const next of matches(read(file), /from "(\.[^"]+)"/g)) {
      seen.add(path.join(path.dirname(file), next));
    }
  }
  const modules = [...seen].filter((file) => file.endsWith(".module.mjs"));
  return new Set(modules.flatMap((file) => matches(read(file), /"(m_[0-9a-f]+)"/g)));
}

function sheetsOf(classes: Set<string>): string[] {
  return filesUnder(path.join(mantine, "styles"), /\.css$/)
    .map((file) => path.basename(file, ".css"))
    .filter((name) => /^\w+$/.test(name) && !/^(baseline|global)$/.test(name))
    .filter((name) => matches(sheet(name), /\.(m_[0-9a-f]+)/g).some((one) => classes.has(one)))
    .concat(["baseline", "global"]);
}

function sheet(name: string): string {
  const file = path.join(mantine, "styles", `${name}.css`);
  return existsSync(file) ? read(file) : "";
}

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}
