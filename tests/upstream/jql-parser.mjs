/**
 * @typedef {{ field: string, operator: string, values: string[] }} Clause
 * @typedef {{ and: Condition[] } | { or: Condition[] } | { not: Condition } | Clause} Condition
 * @typedef {{ where: Condition | null, order: { field: string, ascending: boolean }[] }} Query
 */

/** A sentence as Jira would say it. */
export class JqlError extends Error {}

const tokenPattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([()=,]|[!<>~]=?)|([^\s()=,!<>~"']+))/gy;

/**
 * The subset of JQL that stand-ins need: comparisons, `in`, `is empty`, AND, OR, NOT, ORDER BY.
 * @param {string} jql
 * @returns {Query}
 */
export function parseJql(jql) {
  const tokens = tokensOf(jql);
  let next = 0;
  const peek = () => tokens[next]?.text.toLowerCase();
  const take = () => {
    const token = tokens[next];
    if (token === undefined) throw new JqlError("Error in the JQL Query: it ends too early.");
    next += 1;
    return token.text;
  };
  /** @param {string} word */
  const skip = (word) => {
    if (peek() !== word || tokens[next]?.quoted) return false;
    next += 1;
    return true;
  };

  /** @returns {Condition} */
  const either = () => {
    const parts = [both()];
    while (skip("or")) parts.push(both());
    return parts.length === 1 && parts[0] ? parts[0] : { or: parts };
  };
  /** @returns {Condition} */
  const both = () => {
    const parts = [single()];
    while (skip("and")) parts.push(single());
    return parts.length === 1 && parts[0] ? parts[0] : { and: parts };
  };
  /** @returns {Condition} */
  const single = () => {
    if (skip("not")) return { not: single() };
    if (!skip("(")) return clause();
    const inside = either();
    if (!skip(")")) throw new JqlError("Error in the JQL Query: Expecting ')' before the end.");
    return inside;
  };
  /** @returns {Clause} */
  const clause = () => {
    const field = take().toLowerCase();
    const operator = take().toLowerCase();
    if (operator === "not" && skip("in")) return { field, operator: "not in", values: list() };
    if (operator === "is") {
      const isNot = skip("not");
      take();
      return { field, operator: isNot ? "is not" : "is", values: [] };
    }
    if (operator === "in") return { field, operator, values: list() };
    if (!["=", "!=", "<", "<=", ">", ">=", "~"].includes(operator)) {
      throw new JqlError(`Error in the JQL Query: Expecting operator but got '${operator}'.`);
    }
    return { field, operator, values: [take()] };
  };
  const list = () => {
    if (!skip("(")) throw new JqlError("Error in the JQL Query: Expecting '('.");
    const values = [take()];
    while (skip(",")) values.push(take());
    if (!skip(")")) throw new JqlError("Error in the JQL Query: Expecting ')'.");
    return values;
  };
  const order = () => {
    if (!skip("order")) return [];
    if (!skip("by")) throw new JqlError("Error in the JQL Query: Expecting 'by'.");
    const terms = [];
    do {
      const field = take().toLowerCase();
      const ascending = !skip("desc");
      skip("asc");
      terms.push({ field, ascending });
    } while (skip(","));
    return terms;
  };

  const where = tokens.length === 0 || peek() === "order" ? null : either();
  const query = { where, order: order() };
  if (next < tokens.length) {
    throw new JqlError(`Error in the JQL Query: '${tokens[next]?.text}' was not expected here.`);
  }
  return query;
}

/** @param {string} jql */
function tokensOf(jql) {
  /** @type {{ text: string, quoted: boolean }[]} */
  const tokens = [];
  tokenPattern.lastIndex = 0;
  let end = 0;
  for (const match of jql.matchAll(tokenPattern)) {
    const [whole, double, single, sign, word] = match;
    end = (match.index ?? 0) + whole.length;
    const quoted = double ?? single;
    tokens.push({ text: quoted ?? sign ?? word ?? "", quoted: quoted !== undefined });
  }
  if (jql.slice(end).trim() === "") return tokens;
  throw new JqlError(`Error in the JQL Query: The character '${jql.slice(end).trim()[0]}' is odd.`);
}
