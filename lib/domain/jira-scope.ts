/** Which issues of a Jira site are meant: all of one project, or what a JQL query finds. */
export type JiraScope = { project: string } | { jql: string };

export type ParsedJiraProject = { ok: true; project: string } | { ok: false; message: string };
export type ParsedJql = { ok: true; jql: string } | { ok: false; message: string };

/** Reads a project's key as a person typed it; an issue's key or its page names the project too. */
export function parseJiraProject(input: string): ParsedJiraProject {
  const last = input.trim().replace(/\/+$/, "").split("/").at(-1) ?? "";
  const project = last.replace(/-\d+$/, "").toUpperCase();
  if (/^[A-Z][A-Z0-9_]{1,254}$/.test(project)) return { ok: true, project };
  return {
    ok: false,
    message: "Type the project's key, such as PAY: the part before the number in PAY-12.",
  };
}

/** Reads a JQL query. Its order is left out: the sync needs one of its own. */
export function parseJql(input: string): ParsedJql {
  const jql = withoutOrder(input.trim());
  if (jql === "") return { ok: false, message: "Give a query, such as project = PAY." };
  if (!isBalanced(jql)) {
    return { ok: false, message: "A quote or parenthesis of this query has no partner." };
  }
  return { ok: true, jql };
}

function withoutOrder(jql: string): string {
  const order = outsideQuotes(jql).search(/\border\s+by\b/i);
  return (order === -1 ? jql : jql.slice(0, order)).trim();
}

/** The query with everything inside quotes blanked, at the same length. */
function outsideQuotes(jql: string): string {
  return jql.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gs, (quoted) =>
    " ".repeat(quoted.length),
  );
}

function isBalanced(jql: string): boolean {
  let depth = 0;
  for (const character of outsideQuotes(jql)) {
    if (character === '"' || character === "'") return false;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
