import { instantOfLocal } from "./jira-clock.mjs";
import { JqlError, parseJql } from "./jql-parser.mjs";

/**
 * @typedef {import("./jira-types.ts").JiraStandInIssue} Issue
 * @typedef {import("./jira-types.ts").JiraStandInProject} Project
 * @typedef {import("./jql-parser.mjs").Condition} Condition
 * @typedef {import("./jql-parser.mjs").Clause} Clause
 * @typedef {{ issue: Issue, project: Project }} Row
 */

/**
 * The rows a query finds, in its order; dates are read at minute precision in the asker's zone.
 * Throws `JqlError` with Jira's sentence. `isBounded` is false where nothing restricts the query.
 * @param {string} jql
 * @param {{ projects: Project[], timeZone: string }} world `projects`: those the asker sees
 * @returns {{ rows: Row[], isBounded: boolean }}
 */
export function evaluateJql(jql, world) {
  const { where, order } = parseJql(jql);
  const all = world.projects.flatMap((project) =>
    project.issues.map((issue) => ({ issue, project })),
  );
  const test = where === null ? () => true : predicate(where, world);
  const rows = all.filter(test).sort((one, other) => {
    for (const { field, ascending } of order) {
      const difference = compareBy(field, one, other);
      if (difference !== 0) return ascending ? difference : -difference;
    }
    return other.issue.id - one.issue.id;
  });
  return { rows, isBounded: where !== null };
}

/**
 * @param {Condition} condition
 * @param {{ projects: Project[], timeZone: string }} world
 * @returns {(row: Row) => boolean}
 */
function predicate(condition, world) {
  if ("and" in condition) {
    const parts = condition.and.map((part) => predicate(part, world));
    return (row) => parts.every((part) => part(row));
  }
  if ("or" in condition) {
    const parts = condition.or.map((part) => predicate(part, world));
    return (row) => parts.some((part) => part(row));
  }
  if ("not" in condition) {
    const part = predicate(condition.not, world);
    return (row) => !part(row);
  }
  return clausePredicate(condition, world);
}

/**
 * @param {Clause} clause
 * @param {{ projects: Project[], timeZone: string }} world
 * @returns {(row: Row) => boolean}
 */
function clausePredicate({ field, operator, values }, world) {
  const [value = ""] = values;
  switch (field) {
    case "created":
    case "updated": {
      const bound = instantOfLocal(value, world.timeZone);
      if (bound === null)
        throw new JqlError(`Date value '${value}' for field '${field}' is invalid.`);
      return ({ issue }) => compares(Date.parse(issue[field]) - bound, operator);
    }
    case "id":
    case "key":
    case "issuekey":
    case "issue":
      return keyPredicate(operator, value, world);
    case "project":
      for (const name of values) assertProject(name, world);
      return textPredicate(operator, values, ({ project }) => [
        project.key,
        project.id,
        project.name,
        ...(project.formerKeys ?? []),
      ]);
    case "status":
      return textPredicate(operator, values, ({ issue }) => [issue.status]);
    case "type":
    case "issuetype":
      return textPredicate(operator, values, ({ issue }) => [issue.type]);
    case "resolution":
      return textPredicate(operator, values, ({ issue }) => [issue.resolution ?? "Unresolved"]);
    case "labels":
      return textPredicate(operator, values, ({ issue }) => issue.labels);
    default:
      throw new JqlError(
        `Field '${field}' does not exist or you do not have permission to view it.`,
      );
  }
}

/** @param {string} name @param {{ projects: Project[] }} world */
function assertProject(name, { projects }) {
  const wanted = name.toLowerCase();
  const isThere = projects.some(({ id, key, name: title, formerKeys = [] }) =>
    [id, key, title, ...formerKeys].some((own) => own.toLowerCase() === wanted),
  );
  if (!isThere) throw new JqlError(`The value '${name}' does not exist for the field 'project'.`);
}

/**
 * As in Jira, an issue that is not there is an error, and a greater key is one of the same project.
 * @param {string} operator
 * @param {string} value
 * @param {{ projects: Project[] }} world
 * @returns {(row: Row) => boolean}
 */
function keyPredicate(operator, value, { projects }) {
  const named = projects
    .flatMap(({ issues }) => issues)
    .find(({ id, key }) => String(id) === value || key.toLowerCase() === value.toLowerCase());
  if (named === undefined) {
    throw new JqlError(`An issue with key '${value}' does not exist for field 'id'.`);
  }
  if (operator === "=") return ({ issue }) => issue.id === named.id;
  const [project, number] = keyParts(named.key);
  return ({ issue }) => {
    const [ownProject, ownNumber] = keyParts(issue.key);
    return project === ownProject && compares(ownNumber - number, operator);
  };
}

/**
 * @param {string} operator
 * @param {string[]} values
 * @param {(row: Row) => string[]} read
 * @returns {(row: Row) => boolean}
 */
function textPredicate(operator, values, read) {
  const wanted = values.map((value) => value.toLowerCase());
  /** @param {Row} row */
  const has = (row) => read(row).some((own) => wanted.includes(own.toLowerCase()));
  switch (operator) {
    case "=":
    case "in":
      return has;
    case "!=":
    case "not in":
      return (row) => !has(row);
    case "is":
      return (row) => read(row).length === 0;
    case "is not":
      return (row) => read(row).length > 0;
    default:
      throw new JqlError(`The operator '${operator}' is not supported here.`);
  }
}

/** @param {number} difference @param {string} operator */
function compares(difference, operator) {
  switch (operator) {
    case "=":
      return difference === 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    default:
      throw new JqlError(`The operator '${operator}' is not supported here.`);
  }
}

/** @param {string} field @param {Row} one @param {Row} other */
function compareBy(field, one, other) {
  if (field === "created" || field === "updated") {
    return Date.parse(one.issue[field]) - Date.parse(other.issue[field]);
  }
  const [project, number] = keyParts(one.issue.key);
  const [otherProject, otherNumber] = keyParts(other.issue.key);
  return project === otherProject ? number - otherNumber : project < otherProject ? -1 : 1;
}

/** @param {string} key @returns {[string, number]} */
function keyParts(key) {
  const dash = key.lastIndexOf("-");
  return [key.slice(0, dash), Number(key.slice(dash + 1))];
}
