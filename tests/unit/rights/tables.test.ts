import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { routes } from "@/lib/contracts/routes";
import { findRoute } from "@/lib/rights/find-route";
import { pageRights } from "@/lib/rights/page-rights";
import { routeRights } from "@/lib/rights/route-rights";

const methods = /export (?:const|async function) (GET|POST|PUT|PATCH|DELETE)\b/g;

function filesNamed(name: string): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("_") && (file === name || file.endsWith(`/${name}`)));
}

function builtRoutes(): string[] {
  return filesNamed("route.ts").flatMap((file) => {
    const path = `/${file.replace(/\/route\.ts$/, "")}`.replace("[...all]", "{all}");
    if (path === "/api/[[...path]]") return [];
    const code = readFileSync(`app/${file}`, "utf8");
    return [...code.matchAll(methods)].map(
      ([, method]) => `${method} ${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`,
    );
  });
}

function builtPages(): string[] {
  return filesNamed("page.tsx").map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);
}

test("every route that is built has its row, and no row is of a route that is none", () => {
  expect(Object.keys(routeRights).sort()).toEqual(builtRoutes().sort());
});

test("every route of the contract has its row", () => {
  const named = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(named.filter((name) => !(name in routeRights))).toEqual([]);
});

test("every page that is built has its row, and no row is of a page that is none", () => {
  expect(Object.keys(pageRights).sort()).toEqual(builtPages().sort());
});

const manifest = ".next/app-path-routes-manifest.json";

test.skipIf(!existsSync(manifest))("what Next has built is what the tables list", () => {
  const built: Record<string, string> = JSON.parse(readFileSync(manifest, "utf8"));
  const paths = Object.entries(built);
  const routePaths = new Set(Object.keys(routeRights).map((name) => name.split(" ")[1]));
  const unknown = paths.filter(([file, path]) => {
    if (file.endsWith("/route") && path.startsWith("/api/")) {
      const named = path.replace("[...all]", "{all}").replaceAll(/\[(\w+)\]/g, "{$1}");
      return path !== "/api/[[...path]]" && !routePaths.has(named);
    }
    return file.endsWith("/page") && !(path in pageRights) && !path.startsWith("/_");
  });
  expect(unknown).toEqual([]);
});

test("a handler is made by one of the two that ask the table, or needs nobody's right", () => {
  const apart = ["api/health/route.ts", "api/ready/route.ts", "api/openapi.json/route.ts"];
  const loose = filesNamed("route.ts").filter((file) => {
    const code = readFileSync(`app/${file}`, "utf8");
    return !/= (route|openRoute)(<[^=]*>)?\(/.test(code) && !apart.includes(file);
  });
  expect(loose).toEqual([]);
});

test("a page that needs somebody asks who is there before it reads", () => {
  const loose = Object.entries(pageRights).filter(([path, who]) => {
    if (who.kind === "anyone") return false;
    const code = readFileSync(`app${path === "/" ? "" : path}/page.tsx`, "utf8");
    // One that only leads on reads nothing.
    return !/\b(getContext|findProduct|findMeeting|redirect)\(/.test(code);
  });
  expect(loose.map(([path]) => path)).toEqual([]);
});

test("what nobody has listed is found by nobody", () => {
  expect(findRoute("GET", "/api/nowhere")).toBeNull();
  expect(findRoute("DELETE", "/api/products")).toBeNull();
  expect(findRoute("GET", "/api/products/")).toBeNull();
  expect(findRoute("GET", "/api//products")).toBeNull();
  expect(findRoute("GET", "/api/products/%")).toBeNull();
});

test("fixed parts come before ids, also where they are written in another way", () => {
  expect(findRoute("POST", "/api/sources/check")?.name).toBe("POST /api/sources/check");
  expect(findRoute("POST", "/api/sources/%63heck")?.name).toBe("POST /api/sources/check");
  expect(findRoute("HEAD", "/api/products/1")?.name).toBe("GET /api/products/{productId}");
});
