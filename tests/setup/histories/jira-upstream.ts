import { createJiraConnector } from "@/lib/connectors/jira/connector";
import { createRandom, type Random } from "@/lib/connectors/sample/history/random";
import type { JiraScope } from "@/lib/domain/jira-scope";
import { siteOf } from "@/tests/upstream/jira-small-site.mjs";
import { createJiraStandIn, jiraAccounts } from "@/tests/upstream/jira-stand-in.mjs";
import type {
  JiraFault,
  JiraFaultKind,
  JiraStandInIssue,
  JiraTarget,
} from "@/tests/upstream/jira-types";
import { anyOf, type Clock, type Deed, doOne, type Upstream } from "./upstream";

/** A Jira, Cloud or Data Center, with page sizes, a scope and a few issues that depend on the seed. */
export function jiraUpstream(seed: number, now: Clock): Upstream {
  const random = createRandom(seed ^ 0x712a);
  const mode = random.pick(["cloud", "data_center"] as const);
  const scope: JiraScope = random.chance(0.7)
    ? { project: "PAY" }
    : { jql: "project = PAY AND type != Epic" };
  const zones = random.chance(0.8) ? {} : { toldZone: null };
  const standIn = createJiraStandIn({
    mode,
    site: siteOf([]),
    accounts: jiraAccounts.map((account) => ({ ...account, ...zones })),
    pageLimit: 2 + Math.floor(random.next() * 3),
    changelogPage: 3,
    now,
    pause: async () => undefined,
  });
  const edits = editsOf(standIn, zones);
  const first = 2 + Math.floor(random.next() * 6);
  for (let index = 0; index < first; index++) createDeed(standIn).act(random);
  const hidden = new Set<string>();
  return {
    standIn,
    name: `Jira ${JSON.stringify({ mode, scope, ...zones })}, ${first} issues`,
    edit: (dice) => {
      const told = doOne(edits, dice);
      if (told.startsWith("the status")) hidden.add("a status changed, which touches no issue");
      return told;
    },
    trouble: (dice) => {
      const fault = faultBy(dice);
      if (fault.kind === "ids_only") hidden.add("records came without what is in them");
      standIn.setFault(fault);
      return JSON.stringify(fault);
    },
    calm: standIn.clearFaults,
    enlargePages: () => standIn.setPageLimit(100),
    connect: (io) =>
      createJiraConnector({
        siteUrl: "http://jira.test/jira",
        scope,
        email: null,
        token: "personal-token",
        deployment: mode,
        pointsField: null,
        io,
      }),
    hiddenFromIncremental: () => [...hidden].join("; ") || null,
  };
}

type JiraStandIn = ReturnType<typeof createJiraStandIn>;

function createDeed(standIn: JiraStandIn): Deed {
  return {
    weight: 5,
    act: (random) => {
      const { key } = standIn.addIssue(random.chance(0.9) ? "PAY" : "OPS", {
        type: random.pick(["Task", "Task", "Bug", "Epic"]),
        summary: random.pick(["Guest checkout", "Totals differ", "Upgrade the queue"]),
        description: random.chance(0.3) ? "h2. Why\n* because" : null,
        labels: random.chance(0.3) ? ["tech-debt"] : [],
      });
      return `${key} is created`;
    },
  };
}

/** What people do. Each deed picks among the issues that are there. */
function editsOf(standIn: JiraStandIn, zones: { toldZone?: null }): Deed[] {
  const issuesOf = (project: string) =>
    standIn.site.projects.find(({ key }) => key === project)?.issues ?? [];
  const ofIssue = (
    weight: number,
    act: (issue: JiraStandInIssue, random: Random) => string | null,
  ): Deed => ({
    weight,
    act: (random) => {
      const issue = anyOf(issuesOf("PAY"), random);
      const key = issue?.key;
      const told = issue && act(issue, random);
      return told ? `${key} ${told}` : null;
    },
  });
  const patching = (
    weight: number,
    patchBy: (random: Random, issue: JiraStandInIssue) => Partial<JiraStandInIssue>,
  ) =>
    ofIssue(weight, (issue, random) => {
      const patch = patchBy(random, issue);
      standIn.editIssue(issue.key, patch);
      return `changes: ${JSON.stringify(patch)}`;
    });
  return [
    createDeed(standIn),
    patching(4, (random) => ({ summary: random.pick(["Pay later", "fix: rounding", "Crash"]) })),
    patching(2, (random) => ({ description: `Body ${Math.floor(random.next() * 1000)}` })),
    patching(3, (random) => ({ custom: { customfield_10016: random.pick([1, 2, 3, 5, null]) } })),
    patching(2, (random) => ({
      sprints: random.pick([[], [may], [may, june], [{ ...june, state: "future" }]]),
    })),
    patching(2, (random, { key }) => {
      const others = issuesOf("PAY").filter((other) => other.key !== key);
      return { [random.pick(["parent", "epic"])]: anyOf(others, random)?.key ?? null };
    }),
    patching(1, (random) => ({
      fixVersions: random.pick([[], ["1.0"], ["1.0", "2.0"]]),
      components: random.pick([[], ["Cart"]]),
      priority: random.pick(["High", null]),
    })),
    patching(1, (random) => ({ assignee: random.pick(["Ada", "Bob", null]) })),
    // As an app or an importer may leave it: a record that cannot be understood, until it is mended.
    ofIssue(1, (issue) => {
      const isBroken = issue.components.some((name) => typeof name !== "string");
      // Guarantee of the cast: none, it is what makes the record unreadable.
      const components = isBroken ? [] : ([7] as unknown as string[]);
      standIn.editIssue(issue.key, { components });
      return isBroken ? "can be read again" : "cannot be read any more";
    }),
    ofIssue(5, ({ key }, random) => {
      const labels = ["bug", "tech-debt", "docs", "refactor"].filter(() => random.chance(0.3));
      standIn.relabelIssue(key, labels);
      return `is labelled [${labels}]`;
    }),
    ofIssue(3, ({ key }, random) => {
      const type = random.pick(["Bug", "Task", "Epic", "Sub-task"]);
      standIn.retypeIssue(key, type);
      return `is made a ${type}`;
    }),
    ofIssue(7, ({ key }, random) => {
      const status = anyOf(standIn.site.statuses, random)?.name ?? "Open";
      const resolution = random.pick(["Done", "Won't Fix", "Duplicate", "Odd", null, null]);
      standIn.moveToStatus(key, status, resolution);
      return `is moved to ${status}, resolution ${resolution}`;
    }),
    ofIssue(3, ({ key }) => {
      standIn.deleteIssue(key);
      return "is deleted";
    }),
    ofIssue(3, ({ key }) => `is moved to ${standIn.moveToProject(key, "OPS").key}`),
    {
      weight: 3,
      act: (random) => {
        const key = anyOf(issuesOf("OPS"), random)?.key;
        return key === undefined
          ? null
          : `${key} is moved to ${standIn.moveToProject(key, "PAY").key}`;
      },
    },
    {
      weight: 0.7,
      act: (random) => {
        const from = anyOf(standIn.site.statuses, random)?.name ?? "Open";
        standIn.renameStatus(from, `${from}!`);
        return `the status ${from} is renamed ${from}!`;
      },
    },
    {
      weight: 0.7,
      act: (random) => {
        const name = anyOf(standIn.site.statuses, random)?.name ?? "Open";
        const category = random.pick(["new", "indeterminate", "done"] as const);
        standIn.setStatusCategory(name, category);
        return `the status ${name} is of the category ${category}`;
      },
    },
    {
      weight: 0.5,
      act: (random) => {
        const timeZone = random.pick(["Europe/Berlin", "America/New_York", "Pacific/Auckland"]);
        standIn.setAccounts(jiraAccounts.map((account) => ({ ...account, ...zones, timeZone })));
        return `the account is moved to ${timeZone}`;
      },
    },
  ];
}

const kinds: [JiraFaultKind, ...JiraFaultKind[]] = [
  "server_error",
  "slow",
  "reset",
  "reset_mid_body",
  "truncated",
  "html",
  "empty_body",
  "wrong_shape",
  "ids_only",
  "repeated_page",
  "endless_pages",
  "token_expired",
  "rate_limited",
  "busy",
  "redirect",
  "anonymous",
  "unauthorized",
  "captcha",
  "forbidden",
  "not_found",
  "gone",
];

const places: [JiraTarget, ...JiraTarget[]] = [
  "search",
  "search",
  "search",
  "changelog",
  "issue",
  "myself",
  "field",
  "status",
  "project",
  "permissions",
  "count",
];

function faultBy(random: Random): JiraFault {
  const kind = random.pick(kinds);
  const skip = Math.floor(random.next() * 4);
  // For good: a single empty list for a stranger, between answers to us, looks like any empty list.
  if (kind === "anonymous") return { kind, skip };
  const on = kind === "ids_only" || kind.endsWith("_pages") ? "search" : random.pick(places);
  return {
    kind,
    ...(random.chance(0.8) ? { on } : {}),
    skip,
    ...(random.chance(0.7) ? { times: 1 + Math.floor(random.next() * 3) } : {}),
    ...(random.chance(0.5) ? { seconds: random.pick([0, 20, 300, null]) } : {}),
  };
}

const may = {
  ...{ id: 3, name: "May, part 2", state: "closed", startDate: "2024-05-13T08:00:00.000Z" },
  ...{ endDate: "2024-05-24T15:00:00.000Z", completeDate: "2024-05-27T09:00:00.000Z" },
};
const june = { id: 4, name: "June", state: "active", startDate: "2024-06-03T08:00:00.000Z" };
