import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { pageRights } from "@/lib/rights/page-rights";
import { routeRights } from "@/lib/rights/route-rights";
import type { Who } from "@/lib/rights/who";
import { type Asker, askers, expected, forged, type Place } from "@/tests/setup/askers";
import { openRightsServer, secretWords } from "./setup/rights-server";

const server = process.env.TEST_DATABASE_URL;
test.skip(!server, "no PostgreSQL server is given (TEST_DATABASE_URL)");

const falseToken = "a link used as a token";
const names = [
  ...["nobody", "viewer", "engineering", "pm", "owner", "token to read", "token to write"],
  ...["owner of another workspace", falseToken],
];
const asking = askers.filter(({ name }) => names.includes(name));
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const atOnce = 12;

/** What Next or a proxy in front might believe; what asks for a page's parts; what poses as an action. */
const disguises: Record<string, Record<string, string>> = {
  none: {},
  "of proxies": {
    ...forged,
    ...{ "x-nextjs-data": "1", "x-matched-path": "/sign-in", "x-invoke-output": "/sign-in" },
    ...{ "x-middleware-rewrite": "/sign-in", "x-middleware-next": "1", "x-forwarded-port": "443" },
    ...{ "x-balance-address": "127.0.0.1", "x-now-route-matches": "1", "x-user": "owner" },
  },
  "of the router": { rsc: "1", "next-url": "/sign-in", "next-router-state-tree": "%5B%22%22%5D" },
  prefetch: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
};

type Cell = {
  method: string;
  path: string;
  asker: Asker;
  place: Place;
  disguise: string;
  must: number | null;
  isPage: boolean;
  isThing: boolean;
};
type Answered = Cell & { status: number; text: string };

let world: Awaited<ReturnType<typeof openRightsServer>>;
test.beforeAll(async () => {
  world = await openRightsServer(server ?? "");
});
test.afterAll(() => world?.close());

/** Every path that was built, as `/api/products/{productId}`. */
function builtPaths(): { path: string; isPage: boolean }[] {
  const manifest = readFileSync(".next/app-path-routes-manifest.json", "utf8");
  const built: Record<string, string> = JSON.parse(manifest);
  return Object.entries(built)
    .filter(([, path]) => !path.startsWith("/_") && path !== "/api/[[...path]]")
    .filter(([file, path]) => file.endsWith("/page") || path.startsWith("/api/"))
    .map(([file, path]) => ({ path, isPage: file.endsWith("/page") }));
}

function filled(path: string, place: Place): string {
  const ids: Record<string, string> = { ...world.things[place === "foreign" ? place : "own"] };
  return path
    .replace("[...all]", "ok")
    .replaceAll(
      /\[(\w+)\]/g,
      (_, part) => ids[part] ?? (part === "version" ? "0" : crypto.randomUUID()),
    );
}

/** Only a session opens pages, and what refuses them for a lack of rights may say that there is none. */
function mustOf(asker: Asker, who: Who, place: Place, isPage: boolean): number | null {
  if (isPage && !asker.person && who.kind !== "anyone") return 401;
  return expected(asker, who, place);
}

function allCells(disguise: string): Cell[] {
  return builtPaths().flatMap(({ path, isPage }) =>
    (isPage ? (["GET"] as const) : methods).flatMap((method) => {
      const named = `${method} ${path.replace("[...all]", "{all}").replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      const who = isPage ? pageRights[path] : routeRights[named];
      if (!who) return [];
      const isThing = who.kind === "thing";
      return (isThing ? (["own", "foreign"] as const) : (["own"] as const)).flatMap((place) =>
        asking.map((asker) => {
          const must = mustOf(asker, who, place, isPage);
          return {
            ...{ method, asker, place, disguise, must, isPage, isThing },
            path: filled(path, place),
          };
        }),
      );
    }),
  );
}

async function ask(cell: Cell): Promise<Answered> {
  const answer = await fetch(`${world.url}${cell.path}`, {
    method: cell.method,
    redirect: "manual",
    headers: { ...disguises[cell.disguise], ...world.headersOf(cell.asker.name) },
    ...(cell.method !== "GET" && cell.method !== "DELETE" && { body: "{}" }),
  });
  return { ...cell, status: answer.status, text: await answer.text() };
}

async function askAll(cells: readonly Cell[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  let next = 0;
  const work = async () => {
    for (let cell = cells[next++]; cell; cell = cells[next++]) answers.push(await ask(cell));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

function isRight(answered: Answered): boolean {
  const { must, status, text, isPage, disguise } = answered;
  if (must === null) return isLet(answered);
  if (Object.values(secretWords).some((word) => text.includes(word))) return false;
  // A page that only leads on reads nothing, and parts of a page say in their text that they are refused.
  if (isPage) return isRefusedPage(status, must) || (disguise !== "none" && status < 400);
  return status === must;
}

function isLet({ asker, status, isThing }: Answered): boolean {
  // A token that is none is refused also where anybody may ask.
  if (asker.name === falseToken && status === 401) return true;
  return status < 500 && ![401, 403].includes(status) && !(isThing && status === 404);
}

function isRefusedPage(status: number, must: number): boolean {
  return status === must || (must === 403 && status === 404) || [307, 308].includes(status);
}

const told = ({ method, path, asker, disguise, status, must }: Answered) =>
  `${method} ${path}, ${asker.name}, disguise ${disguise}: ${status}, not ${must ?? "let"}`;

test("over http, every page and call that was built answers who may have it, and nobody else", async () => {
  const cells = allCells("none");
  expect(new Set(cells.map(({ path }) => path)).size).toBeGreaterThan(90);
  const answers = await askAll(
    cells.filter(({ method, must }) => method === "GET" || must !== null),
  );
  expect(answers.filter((answer) => !isRight(answer)).map(told)).toEqual([]);
  // The words by which a leak is known are there for who may see them.
  const shown = answers.filter(
    ({ must, isPage, text }) => must === null && isPage && text.includes(secretWords.own),
  );
  expect(shown.length).toBeGreaterThan(20);
  const shared = await fetch(`${world.url}/api/shared/${world.link}`);
  expect([shared.status, await shared.text()]).toEqual([
    200,
    expect.stringContaining(secretWords.own),
  ]);
});

test("no disguise opens anything, and whoever is refused changes nothing", async () => {
  const before = await world.digest();
  const cells = Object.keys(disguises)
    .filter((disguise) => disguise !== "none")
    .flatMap(allCells)
    .filter(({ must }) => must !== null)
    // Parts are asked of pages.
    .filter(({ isPage, disguise }) => isPage || disguise === "of proxies");
  const answers = await askAll(cells);
  expect(answers.filter((answer) => !isRight(answer)).map(told)).toEqual([]);
  expect(await world.digest()).toEqual(before);
});

test("a method that has no row is not answered, whoever asks", async () => {
  const owner = asking.find(({ name }) => name === "owner");
  const paths = builtPaths().filter(({ isPage }) => !isPage);
  const cells = paths.flatMap(({ path }) =>
    methods.flatMap((method): Cell[] => {
      const named = `${method} ${path.replace("[...all]", "{all}").replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      if (named in routeRights || !owner) return [];
      const rest = { asker: owner, place: "own", disguise: "none", must: null } as const;
      return [{ ...rest, method, path: filled(path, "own"), isPage: false, isThing: false }];
    }),
  );
  const before = await world.digest();
  const answers = await askAll(cells);
  expect(answers.filter(({ status }) => ![404, 405].includes(status)).map(told)).toEqual([]);
  expect(await world.digest()).toEqual(before);
});
