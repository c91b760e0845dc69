import { createGithubConnector } from "@/lib/connectors/github/connector";
import { createRandom, type Random } from "@/lib/connectors/sample/history/random";
import { createGithubStandIn } from "@/tests/upstream/github-stand-in.mjs";
import type { Fault, FaultKind, StandInIssue, StandInLabel } from "@/tests/upstream/types";
import { anyOf, type Clock, type Deed, doOne, type Upstream } from "./upstream";

const shop = "acme/shop";
const archive = "acme/archive";
const names = ["bug", "enhancement", "tech debt", "refactor", "docs", "wontfix", "kind/feature"];
const titles = ["Pay later", "fix: rounding", "chore: tidy up", "Rewrite the mailer", "Crash"];

/** GitHub with abilities, a link style and a few issues that depend on the seed. */
export function githubUpstream(seed: number, now: Clock): Upstream {
  const random = createRandom(seed ^ 0x5eed);
  const abilities = abilitiesBy(random);
  const { count, token, ...server } = abilities;
  const standIn = createGithubStandIn({
    ...server,
    repositories: [
      { owner: "acme", name: "shop", issues: [], labels: labelsAtFirst(), types: typesAtFirst() },
      { owner: "acme", name: "archive", issues: [] },
    ],
    pageLimit: 2 + Math.floor(random.next() * 3),
    now,
    pause: async () => undefined,
  });
  const edits = editsOf(standIn);
  const create = createDeed(standIn, shop);
  const first = 2 + Math.floor(random.next() * 6);
  for (let index = 0; index < first; index++) create.act(random);
  let isMisled = false;
  return {
    standIn,
    name: `GitHub ${JSON.stringify(abilities)}, ${first} issues`,
    edit: (dice) => doOne(edits, dice),
    trouble: (dice) => {
      const fault = faultBy(dice);
      isMisled ||= misleads(fault);
      standIn.setFault(fault);
      return JSON.stringify(fault);
    },
    calm: standIn.clearFaults,
    enlargePages: () => standIn.setPageLimit(100),
    connect: (io) =>
      createGithubConnector({
        repository: { owner: "acme", name: "shop" },
        apiUrl: "http://github.test",
        token,
        count,
        io,
        retryBaseMs: 0,
      }),
    hiddenFromIncremental: () =>
      isMisled ? "an answer said that the server has no histories, or nothing there" : null,
  };
}

type GithubStandIn = ReturnType<typeof createGithubStandIn>;

function abilitiesBy(random: Random) {
  const hasToken = random.chance(0.7);
  return {
    token: hasToken ? "token-with-all-rights" : null,
    linkStyle: random.pick(["cursor", "cursor", "page"] as const),
    hasGraphql: random.chance(0.6),
    hasTimelines: random.chance(0.8),
    // Few enough that histories are not read, but more than any run here uses.
    rateLimit: random.chance(0.8) ? 5000 : 900,
    count: random.pick(["issues", "issues_and_pulls"] as const),
  };
}

/** All there from the beginning: a new label would make the next sync a walk over everything. */
function labelsAtFirst(): StandInLabel[] {
  return names.map((name, index) => {
    const id = 40 + index;
    return { id, node_id: `LABEL_${id}`, name, color: `c0ffe${index}` };
  });
}

function typesAtFirst() {
  return ["Bug", "Feature", "Task", "Epic"].map((name, index) => ({ id: 70 + index, name }));
}

function createDeed(standIn: GithubStandIn, repository: string): Deed {
  return {
    weight: 5,
    act: (random) => {
      const { number } = standIn.addIssue(repository, {
        title: random.pick(["Guest checkout", "Totals differ", "docs: retries", "Upgrade"]),
        body: random.chance(0.3) ? "A body." : null,
        ...(random.chance(0.2) ? { pull_request: { merged_at: null } } : {}),
      });
      if (random.chance(0.4)) {
        const label = { name: random.pick(["bug", "enhancement", "tech debt"]) };
        standIn.editIssue(repository, number, { labels: [label] });
      }
      return `#${number} is created in ${repository}`;
    },
  };
}

/** What people do. Each deed picks among the issues that are there. */
function editsOf(standIn: GithubStandIn): Deed[] {
  const ofIssue = (
    weight: number,
    act: (issue: StandInIssue, random: Random) => string | null,
  ): Deed => ({
    weight,
    act: (random) => {
      const issue = anyOf(standIn.issuesOf(shop), random);
      const told = issue && act(issue, random);
      return issue && told ? `#${issue.number} ${told}` : null;
    },
  });
  const patched = (number: number, patch: Parameters<GithubStandIn["editIssue"]>[2]) =>
    standIn.editIssue(shop, number, patch);
  return [
    createDeed(standIn, shop),
    ofIssue(4, ({ number }, random) => {
      const title = random.pick(["Pay later", ...titles]);
      patched(number, { title });
      return `is called "${title}"`;
    }),
    ofIssue(2, ({ number }, random) => {
      patched(number, { body: `Body ${Math.floor(random.next() * 1000)}` });
      return "has another body";
    }),
    ofIssue(6, ({ number }, random) => {
      const labels = names.filter(() => random.chance(0.25));
      standIn.relabelIssue(shop, number, labels);
      return `is labelled [${labels}]`;
    }),
    ofIssue(5, ({ number, state }, random) => {
      const reason = random.pick(["completed", "not_planned", "duplicate", null]);
      standIn.closeIssue(shop, number, reason);
      return state === "closed" ? `is closed again, as ${reason}` : `is closed as ${reason}`;
    }),
    ofIssue(3, ({ number, state }) => {
      if (state === "open") return null;
      standIn.reopenIssue(shop, number);
      return "is reopened";
    }),
    ofIssue(3, ({ number }) => {
      standIn.deleteIssue(shop, number);
      return "is deleted";
    }),
    ofIssue(2, ({ number }) => {
      const arrived = standIn.transferIssue(shop, number, archive);
      return `is transferred to ${archive}#${arrived.number}`;
    }),
    {
      weight: 2,
      act: (random) => {
        const gone = anyOf(standIn.issuesOf(archive), random);
        if (gone === null) return null;
        const { number } = standIn.transferIssue(archive, gone.number, shop);
        return `#${number} is transferred from ${archive}#${gone.number}`;
      },
    },
    ofIssue(2, ({ number }, random) => {
      const title = random.pick(["Spring", "Summer", null]);
      patched(number, { milestone: title && { title } });
      return `has the milestone ${title}`;
    }),
    ofIssue(2, ({ number }, random) => {
      const type = random.pick([null, ...typesAtFirst()]);
      patched(number, { type });
      return `has the type ${type?.name}`;
    }),
    ofIssue(2, ({ number }, random) => {
      const others = standIn.issuesOf(shop).filter((one) => one.number !== number);
      const parent = random.chance(0.7) ? (anyOf(others, random)?.number ?? null) : null;
      standIn.setParent(shop, number, parent);
      return `has the parent ${parent}`;
    }),
    ofIssue(1, ({ number }, random) => {
      const login = random.pick(["ada", "grace"]);
      patched(number, { assignee: { login }, assignees: [{ login }] });
      return `is given to ${login}`;
    }),
    // As some servers and importers were seen to send them: a record that cannot be understood.
    ofIssue(1, ({ number, user }) => {
      patched(number, { user: user === 7 ? null : 7 });
      return user === 7 ? "can be read again" : "cannot be read any more";
    }),
    {
      weight: 3,
      act: (random) => {
        const used = standIn.issuesOf(shop).flatMap((issue) => issue.labels.map(nameOf));
        const name = anyOf(used, random);
        if (name === null) return null;
        const renamed = random.pick([`${name}!`, "maintenance", "feature request"]);
        if (standIn.labelsOf(shop).some((other) => other.name === renamed)) return null;
        standIn.renameLabel(shop, name, renamed);
        return `the label "${name}" is renamed "${renamed}"`;
      },
    },
    {
      weight: 1,
      act: (random) => {
        const [from, to] = random.pick([
          ["Bug", "Defect"],
          ["Defect", "Bug"],
          ["Task", "Chore"],
        ]);
        standIn.renameType(shop, from, to);
        return `the type ${from} is renamed ${to}`;
      },
    },
  ];
}

function nameOf(label: StandInIssue["labels"][number]): string {
  return typeof label === "string" ? label : (label.name ?? "");
}

const kinds: [FaultKind, ...FaultKind[]] = [
  "server_error",
  "slow",
  "reset",
  "reset_mid_body",
  "truncated",
  "html",
  "empty_body",
  "wrong_shape",
  "repeated_page",
  "endless_pages",
  "foreign_next",
  "rate_limited",
  "graphql_rate_limited",
  "graphql_trouble",
  "secondary_limit",
  "redirect",
  "cursor_expired",
  "unauthorized",
  "not_found",
  "gone",
];

function faultBy(random: Random): Fault {
  const kind = random.pick(kinds);
  const places = ["any", "issues", "issues", "issue", "timeline", "labels", "graphql"] as const;
  const on = kind.startsWith("graphql") ? "graphql" : random.pick(places);
  return {
    kind,
    on,
    skip: Math.floor(random.next() * 4),
    ...(random.chance(0.7) ? { times: 1 + Math.floor(random.next() * 3) } : {}),
    ...(random.chance(0.5) ? { seconds: Math.floor(random.next() * 600) } : {}),
    ...(random.chance(0.3) ? { isSilent: true } : {}),
  };
}

/**
 * A refusal of histories is believed, as it must be of a server that has none: what is read then is
 * stored with a shorter journal until it is read again.
 */
function misleads({ kind, on = "any" }: Fault): boolean {
  const refusals = ["unauthorized", "not_found", "gone", "cursor_expired", "graphql_trouble"];
  return refusals.includes(kind) && ["any", "timeline", "graphql", "issue"].includes(on);
}
