import { smallRepository } from "./small-repository.mjs";

const dayMs = 86_400_000;

/**
 * A repository with one issue for each text, which is its title, body, label, milestone and the name
 * of who wrote it; every second one is closed.
 * @param {readonly string[]} texts
 * @param {Date} [until]
 * @returns {import("./types.ts").StandInRepository}
 */
export function hostileRepository(texts, until = new Date()) {
  const [example] = smallRepository(until).issues;
  if (!example) throw new Error("The example repository is empty.");
  const owner = "acme";
  const name = "hostile";
  const firstMs = until.getTime() - (texts.length + 10) * dayMs;
  const issues = texts.map((text, index) => {
    const number = index + 1;
    const createdMs = firstMs + index * dayMs;
    const closedAt = index % 2 === 0 ? instantText(createdMs + 3 * dayMs) : null;
    const person = { login: text, id: 1000 + index, type: "User" };
    return {
      ...example,
      url: `https://api.github.com/repos/${owner}/${name}/issues/${number}`,
      repository_url: `https://api.github.com/repos/${owner}/${name}`,
      // Whatever a tracker can hang onto an address.
      html_url: `https://github.com/${owner}/${name}/issues/${number}${index % 3 === 0 ? `#${text}` : ""}`,
      id: 9_500_000 + number,
      number,
      title: text,
      body: text,
      user: person,
      assignee: person,
      assignees: [person],
      labels: [{ name: text }, { name: index % 4 === 0 ? "bug" : "feature" }],
      milestone: { title: text },
      state: closedAt === null ? /** @type {const} */ ("open") : /** @type {const} */ ("closed"),
      state_reason: closedAt === null ? null : "completed",
      created_at: instantText(createdMs),
      updated_at: closedAt ?? instantText(createdMs),
      closed_at: closedAt,
    };
  });
  return { owner, name, issues };
}

/** @param {number} ms */
function instantText(ms) {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
