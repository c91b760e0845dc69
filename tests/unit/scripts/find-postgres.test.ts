import { expect, test } from "vitest";
import { findPostgres, majorVersion } from "@/scripts/testing/find-postgres.mjs";

/** A machine with the given programs; a link points at the program it stands for. */
function machine(programs: Record<string, string>, options: { path?: string; told?: string } = {}) {
  const folders = Object.keys(programs).map((file) => file.split("/"));
  return {
    env: { PATH: options.path ?? "" },
    list: (folder: string) => {
      const depth = folder.split("/").length;
      return [
        ...new Set(
          folders
            .filter((parts) => parts.slice(0, depth).join("/") === folder)
            .map((parts) => parts[depth] ?? ""),
        ),
      ];
    },
    real: (file: string) => {
      const target = programs[file];
      if (target === undefined) return null;
      return target.startsWith("/") ? target : file;
    },
    ask: (file: string) =>
      file === "pg_config" ? (options.told ?? null) : (programs[file] ?? null),
  };
}

const version = (number: string) => `postgres (PostgreSQL) ${number} (Debian)\n`;
const debian = (major: string) => ({
  [`/usr/lib/postgresql/${major}/bin/postgres`]: version(`${major}.2`),
  [`/usr/lib/postgresql/${major}/bin/initdb`]: "",
});

test("of several installed versions the newest is taken", () => {
  const found = findPostgres(machine({ ...debian("15"), ...debian("17"), ...debian("9") }));
  expect(found).toMatchObject({ major: 17, initdb: "/usr/lib/postgresql/17/bin/initdb" });
});

test("a link on the PATH leads to the folder where initdb is", () => {
  const programs = {
    "/usr/local/bin/postgres": "/usr/lib/postgresql/16/bin/postgres",
    ...debian("16"),
  };
  const found = findPostgres(machine(programs, { path: "/usr/local/bin" }));
  expect(found?.postgres).toBe("/usr/lib/postgresql/16/bin/postgres");
});

test("the folder pg_config tells is searched", () => {
  const programs = { "/opt/pg/bin/postgres": version("18beta1"), "/opt/pg/bin/initdb": "" };
  expect(findPostgres(machine(programs, { told: "/opt/pg/bin\n" }))?.major).toBe(18);
});

test("a version older than 15 and a server without initdb are passed over", () => {
  expect(findPostgres(machine(debian("14")))).toBeNull();
  expect(findPostgres(machine({ "/usr/local/pgsql/bin/postgres": version("16.1") }))).toBeNull();
});

test("a text that is no PostgreSQL version has no major", () => {
  expect(majorVersion("command not found")).toBeNull();
});
