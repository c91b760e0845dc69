import type { StandInIssue, StandInRepository } from "@/tests/upstream/types";

const dayMs = 86_400_000;
const labels = [["bug"], ["enhancement"], ["tech debt"], ["refactoring"], []];

/** A repository of `count` issues, one a day, with labels of every category, half of them closed. */
export function manyIssues(count: number): StandInRepository {
  return { owner: "acme", name: "warehouse", issues: Array.from({ length: count }, issueAt) };
}

function issueAt(_: unknown, index: number): StandInIssue {
  const number = index + 1;
  const at = (days: number) => new Date(Date.UTC(2022, 0, 1) + days * dayMs).toISOString();
  const isClosed = number % 2 === 0;
  return {
    id: 700_000 + number,
    // Without it no history could be asked for by the fifty.
    node_id: `I_warehouse_${number}`,
    number,
    title: `Issue ${number}`,
    body: null,
    state: isClosed ? "closed" : "open",
    state_reason: isClosed ? "completed" : null,
    labels: labels[number % labels.length] ?? [],
    html_url: `https://github.com/acme/warehouse/issues/${number}`,
    repository_url: "https://api.github.com/repos/acme/warehouse",
    created_at: at(number),
    updated_at: at(number + 1),
    closed_at: isClosed ? at(number + 1) : null,
  };
}
