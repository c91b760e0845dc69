/**
 * @typedef {import("./jira-types.ts").JiraStandInSite} Site
 * @typedef {import("./jira-types.ts").JiraStandInIssue} Issue
 * @typedef {import("./jira-types.ts").JiraStandInProject} Project
 */

/**
 * Holds a site and what people do to its issues; every change is written into the changelog.
 * @param {Site} given
 * @param {() => Date} now
 */
export function createJiraStore(given, now) {
  const site = structuredClone(given);
  let lastId = Math.max(
    10_000,
    ...site.projects.flatMap(({ issues }) => issues.map(({ id }) => id)),
  );
  let lastEntry = 1_000_000;

  /** @param {string} key */
  const project = (key) => {
    const found = site.projects.find((candidate) => candidate.key === key);
    if (found === undefined) throw new Error(`The stand-in has no project ${key}.`);
    return found;
  };

  /** @param {string} key */
  const mustFind = (key) => {
    const found = site.projects.flatMap(({ issues }) => issues).find((issue) => issue.key === key);
    if (found === undefined) throw new Error(`The stand-in has no issue ${key}.`);
    return found;
  };

  /** @param {Issue} issue @param {import("./jira-types.ts").JiraStandInHistory["items"]} items */
  const note = (issue, items) => {
    const created = now().toISOString();
    lastEntry += 1;
    issue.histories.push({ id: String(lastEntry), created, items });
    issue.updated = created;
    return issue;
  };

  /** @param {string} field @param {string | null} before @param {string | null} after */
  const change = (field, before, after) => ({
    field,
    from: idOf(site, field, before),
    fromString: before,
    to: idOf(site, field, after),
    toString: after,
  });

  return {
    site,
    find: (/** @type {string} */ key) =>
      site.projects.flatMap(({ issues }) => issues).find((issue) => issue.key === key),
    /** @param {string} key @param {Partial<Issue>} [patch] */
    addIssue: (key, patch = {}) => {
      const { issues } = project(key);
      lastId += 1;
      const number = Math.max(0, ...issues.map((issue) => numberOf(issue.key))) + 1;
      const issue = plainIssue({ id: lastId, key: `${key}-${number}`, at: now(), ...patch });
      issues.push(issue);
      return issue;
    },
    /** @param {string} key @param {Partial<Issue>} patch */
    editIssue: (key, patch) => note(Object.assign(mustFind(key), patch), []),
    /** @param {string} key @param {string[]} labels */
    relabelIssue: (key, labels) => {
      const issue = mustFind(key);
      const items = [change("labels", issue.labels.join(" "), labels.join(" "))];
      return note(Object.assign(issue, { labels }), items);
    },
    /** @param {string} key @param {string} type */
    retypeIssue: (key, type) => {
      const issue = mustFind(key);
      const items = [change("issuetype", issue.type, type)];
      return note(Object.assign(issue, { type }), items);
    },
    /** @param {string} key @param {string} status @param {string | null} [resolution] */
    moveToStatus: (key, status, resolution = null) => {
      const issue = mustFind(key);
      const items = [change("status", issue.status, status)];
      if (resolution !== issue.resolution) {
        items.push(change("resolution", issue.resolution, resolution));
      }
      const resolutiondate = resolution === null ? null : now().toISOString();
      return note(Object.assign(issue, { status, resolution, resolutiondate }), items);
    },
    /** @param {string} key @param {string} to */
    moveToProject: (key, to) => {
      const issue = mustFind(key);
      const from = project(key.slice(0, key.lastIndexOf("-")));
      const { issues } = project(to);
      const newKey = `${to}-${Math.max(0, ...issues.map((one) => numberOf(one.key))) + 1}`;
      from.issues = from.issues.filter((one) => one !== issue);
      issues.push(issue);
      const items = [change("project", from.key, to), change("Key", issue.key, newKey)];
      return note(Object.assign(issue, { key: newKey }), items);
    },
    /** @param {string} key */
    deleteIssue: (key) => {
      const owner = project(key.slice(0, key.lastIndexOf("-")));
      owner.issues = owner.issues.filter((issue) => issue.key !== key);
    },
    /** Touches no issue, and changelogs keep the old name. @param {string} from @param {string} to */
    renameStatus: (from, to) => {
      for (const status of site.statuses) if (status.name === from) status.name = to;
      for (const issue of site.projects.flatMap(({ issues }) => issues))
        if (issue.status === from) issue.status = to;
    },
    /** Touches no issue either. @param {string} name @param {Site["statuses"][number]["category"]} category */
    setStatusCategory: (name, category) => {
      for (const status of site.statuses) if (status.name === name) status.category = category;
    },
  };
}

/** @param {Site} site @param {string} field @param {string | null} name */
function idOf(site, field, name) {
  const lists = { status: site.statuses, issuetype: site.types, project: site.projects };
  if (field !== "status" && field !== "issuetype" && field !== "project") return null;
  const own = lists[field].find(
    (entry) => entry.name === name || ("key" in entry && entry.key === name),
  );
  return own?.id ?? null;
}

/**
 * An open task without anything special.
 * @param {Partial<Issue> & { id: number, key: string, at: Date }} given
 * @returns {Issue}
 */
export function plainIssue({ at, ...given }) {
  return {
    type: "Task",
    status: "Open",
    resolution: null,
    resolutiondate: null,
    created: at.toISOString(),
    updated: at.toISOString(),
    summary: `Issue ${given.key}`,
    description: null,
    labels: [],
    components: [],
    fixVersions: [],
    priority: "Medium",
    assignee: null,
    reporter: "Ada",
    parent: null,
    epic: null,
    sprints: [],
    custom: {},
    histories: [],
    ...given,
  };
}

/** @param {string} key */
function numberOf(key) {
  return Number(key.slice(key.lastIndexOf("-") + 1));
}
