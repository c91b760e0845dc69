import { createLoader } from "nuqs/server";
import { periodNames, periods } from "@/components/balance/period";
import { itemsParameters } from "@/components/items/filter-parameters";
import { exportAddress, itemsQueryOf } from "@/components/items/items-query";
import type { Product } from "@/lib/contracts/products";
import type { Team } from "@/lib/contracts/teams";
import { measures } from "@/lib/domain/balance";
import { measureWords } from "@/lib/domain/glossary";
import { splits } from "@/lib/domain/split";

/** The groups of commands in the order they are shown. */
export const commandGroups = ["Pages", "Views", "Teams", "Actions", "Products"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Where a command leads: to a page, to a file, or to something that is done at once. */
export type CommandTarget =
  | { href: string }
  | { file: string }
  | { act: "sync" | "print" | "keys" };

export type Command = {
  group: CommandGroup;
  name: string;
  /** Other words that find it. */
  also?: string;
  target: CommandTarget;
};

export type CommandPlace = {
  product: Product;
  products: Product[];
  teams: Team[];
  /** What who looks may do. */
  may: { manageSources: boolean; create: boolean; readLog: boolean; seePeople: boolean };
  /** The address of the page that is open, and its parameters. */
  path: string;
  search: string;
};

const pages: { path: string; name: string; also?: string }[] = [
  { path: "balance", name: "Balance", also: "dashboard chart" },
  { path: "items", name: "All items" },
  { path: "triage", name: "Triage", also: "unclassified decide" },
  { path: "contested", name: "Contested items", also: "disputes" },
  { path: "audit", name: "Late changes", also: "audit changed after closing" },
  { path: "agreement", name: "Agreement", also: "stages targets propose negotiate exception" },
  { path: "forecast", name: "What if", also: "forecast look ahead simulation back-test" },
  { path: "digest", name: "Digest", also: "weekly report markdown reasons to talk" },
  { path: "meetings", name: "Meetings", also: "presenter record minutes decisions" },
  { path: "plan", name: "The next plan", also: "sprint candidates select" },
  { path: "rules", name: "Rules" },
  { path: "model", name: "Text model", also: "accuracy" },
  { path: "sources", name: "Sources", also: "repositories projects" },
  { path: "settings", name: "Settings", also: "time zone week webhook slack messages" },
];

const loadView = createLoader(itemsParameters);

/** Everything that can be gone to or done from a product's page. */
export function commandsOf(place: CommandPlace): Command[] {
  return [
    ...pageCommands(place),
    ...viewCommands(place),
    ...teamCommands(place),
    ...actionCommands(place),
    ...productCommands(place),
  ];
}

function pageCommands({ product, may }: CommandPlace): Command[] {
  const inProduct = pages.map(({ path, ...words }) => ({
    ...words,
    group: "Pages" as const,
    target: { href: `/products/${product.id}/${path}` },
  }));
  const definitions = { name: "What the categories mean", also: "definitions glossary help" };
  const portfolio = { name: "Portfolio", also: "all products side by side" };
  const people = { name: "People and access", also: "members invite tokens password share links" };
  const log = { name: "Log", also: "audit who did what" };
  return [
    ...inProduct,
    { ...portfolio, group: "Pages", target: { href: "/portfolio" } },
    { ...definitions, group: "Pages", target: { href: "/definitions" } },
    ...(may.seePeople ? [{ ...people, group: "Pages" as const, target: { href: "/people" } }] : []),
    ...(may.readLog ? [{ ...log, group: "Pages" as const, target: { href: "/log" } }] : []),
  ];
}

/** What the balance shows; what else the page shows stays as it is. */
function viewCommands(place: CommandPlace): Command[] {
  const view = (name: string, change: Record<string, string | null>): Command => ({
    group: "Views",
    name,
    also: "balance period measure",
    target: { href: addressWith(place, "balance", change) },
  });
  // A new period brings its own bucket.
  const wholePeriod = { from: null, to: null, bucket: null };
  return [
    ...periods
      .filter((period) => period !== "custom")
      .map((period) => view(periodNames[period], { ...wholePeriod, period })),
    ...measures.map((measure) => view(`Measure: ${measureWords[measure].name}`, { measure })),
    ...splits.map((split) => view(`Side by side: by ${split}`, { split })),
  ];
}

function teamCommands(place: CommandPlace): Command[] {
  const itemsPath = `/products/${place.product.id}/items`;
  const page = place.path === itemsPath ? "items" : "balance";
  return place.teams.map(({ id, name }) => ({
    group: "Teams",
    name,
    also: "team filter",
    target: { href: addressWith(place, page, { team: id }) },
  }));
}

function actionCommands({ product, search, may }: CommandPlace): Command[] {
  const items = itemsQueryOf(loadView(new URLSearchParams(search)));
  const scope = Object.keys(items).length > 0 ? " with the filters in force" : "";
  const connect = {
    name: "Connect a source",
    also: "add github jira repository project",
    target: { href: `/products/${product.id}/sources` },
  };
  const create = { name: "New product", also: "connect add", target: { href: "/new" } };
  const sync = { name: "Sync now", also: "refresh update", target: { act: "sync" as const } };
  const actions: Omit<Command, "group">[] = [
    ...(may.manageSources ? [connect] : []),
    ...(may.create ? [create] : []),
    ...(may.manageSources ? [sync] : []),
    {
      name: `Export the items as CSV${scope}`,
      also: "download spreadsheet",
      target: { file: exportAddress(product.id, items) },
    },
    { name: "Print this page", also: "paper pdf", target: { act: "print" } },
    { name: "Show the keys", also: "keyboard shortcuts help ?", target: { act: "keys" } },
  ];
  return actions.map((action) => ({ ...action, group: "Actions" }));
}

function productCommands({ product, products }: CommandPlace): Command[] {
  return products
    .filter(({ id }) => id !== product.id)
    .map(({ id, name, sample }) => ({
      group: "Products",
      name: sample ? `${name} (sample)` : name,
      also: "product switch",
      target: { href: `/products/${id}/balance` },
    }));
}

/** A page's address with changed parameters; those of the page that is open stay. */
function addressWith(
  { product, path, search }: CommandPlace,
  page: string,
  change: Record<string, string | null>,
): string {
  const address = `/products/${product.id}/${page}`;
  const parameters = new URLSearchParams(path === address ? search : "");
  for (const [name, value] of Object.entries(change)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === "" ? address : `${address}?${text}`;
}
