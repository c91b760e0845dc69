import { expect, test } from "vitest";
import { ownFilters, teamWords } from "@/components/teams/team-words";
import type { Team } from "@/lib/contracts/teams";

const team = (filter: Team["filter"]): Team => ({
  id: "00000000-0000-4000-8000-000000000001",
  name: "Shop",
  createdAt: "2026-03-02T12:00:00.000Z",
  filter,
});

test("a team's filter is told in words, with its sources by name", () => {
  const filter = {
    category: ["tech_debt" as const],
    component: ["web", "shop"],
    source: ["s1"],
    contested: false,
  };
  expect(teamWords(team(filter), () => "acme/checkout")).toBe(
    "Category: Tech debt, Component: web, Component: shop, Source: acme/checkout, Not contested",
  );
});

test("a team is made of filters, never of other teams", () => {
  expect(ownFilters({ team: ["t1"], label: ["shop"] })).toEqual({ label: ["shop"] });
  expect(ownFilters({ team: ["t1"] })).toBeNull();
  expect(ownFilters({})).toBeNull();
});
