import { describe, expect, it } from "vitest";
import { z } from "zod";
import { plainIssues, siteOf } from "../../upstream/jira-small-site.mjs";
import { evaluateJql } from "../../upstream/jql-evaluator.mjs";
import { type Mode, modes, startJira } from "./jira-harness";

const bearer = { authorization: "Bearer personal-token" };
const pageSchema = z.object({
  issues: z.array(z.looseObject({ id: z.string() })),
  nextPageToken: z.string().optional(),
  total: z.number().optional(),
});

async function ask(url: string, body?: unknown, headers: Record<string, string> = bearer) {
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(url, { ...init, headers });
  return { status: response.status, body: await response.json() };
}

const search = (mode: Mode, jql: string) =>
  mode === "cloud" ? `/rest/api/3/search/jql` : `/rest/api/2/search?jql=${encodeURIComponent(jql)}`;

describe("the stand-in for Jira", () => {
  it("on Cloud gives ids alone where no field is asked for, tokens and no total", async () => {
    const { url } = await startJira("cloud");
    const path = `${url}${search("cloud", "")}`;
    const first = await ask(path, { jql: "project = PAY", maxResults: 3 });
    const page = pageSchema.parse(first.body);
    expect(page.issues.map((issue) => Object.keys(issue))).toEqual([["id"], ["id"], ["id"]]);
    expect([typeof page.nextPageToken, page.total]).toEqual(["string", undefined]);
    const { nextPageToken } = page;
    const next = await ask(path, { jql: "project = PAY", maxResults: 3, nextPageToken });
    const ids = pageSchema.parse(next.body).issues.map(({ id }) => id);
    expect(ids).not.toContain(page.issues[0]?.id);
    const other = await ask(path, { jql: "project = OPS", maxResults: 3, nextPageToken });
    expect(other.status).toBe(400);
  });

  it("on Cloud refuses unbounded queries, and has no old search", async () => {
    const { url } = await startJira("cloud");
    const unbounded = await ask(`${url}/rest/api/3/search/jql`, { jql: "ORDER BY created" });
    expect(unbounded).toMatchObject({ status: 400 });
    expect(JSON.stringify(unbounded.body)).toContain("Unbounded JQL");
    expect((await ask(`${url}/rest/api/3/search?jql=project=PAY`)).status).toBe(410);
  });

  it("on Data Center has no v3, and counts rows", async () => {
    const { url } = await startJira("data_center");
    expect((await ask(`${url}/rest/api/3/search/jql`, { jql: "project = PAY" })).status).toBe(404);
    const { body } = await ask(`${url}${search("data_center", "project = PAY")}&startAt=240`);
    const page = pageSchema.parse(body);
    expect([page.total, page.issues.length]).toEqual([250, 10]);
  });

  it.each(modes)("on %s gives a stranger empty lists, and no name", async (mode) => {
    const { url } = await startJira(mode);
    const query = { jql: "project = PAY", maxResults: 3 };
    const body = mode === "cloud" ? query : undefined;
    const answer = await ask(`${url}${search(mode, "project = PAY")}`, body, {});
    expect([answer.status, pageSchema.parse(answer.body).issues]).toEqual([200, []]);
    expect((await ask(`${url}/rest/api/2/myself`, undefined, {})).status).toBe(401);
  });

  it("embeds the latest 100 entries of a changelog on Cloud, all of them on Data Center", async () => {
    const changelogSchema = z.object({
      changelog: z.object({ total: z.number(), histories: z.array(z.object({ id: z.string() })) }),
    });
    const lengths = [];
    for (const mode of modes) {
      const standIn = await startJira(mode, { site: siteOf(plainIssues(1)) });
      for (let turn = 0; turn < 130; turn += 1) standIn.relabelIssue("PAY-1", [`label-${turn}`]);
      const { body } = await ask(`${standIn.url}/rest/api/2/issue/PAY-1?expand=changelog`);
      const { total, histories } = changelogSchema.parse(body).changelog;
      lengths.push([total, histories.length]);
    }
    expect(lengths).toEqual([
      [130, 100],
      [130, 130],
    ]);
  });
});

describe("its JQL", () => {
  const { projects } = siteOf(plainIssues(5));
  const found = (jql: string) =>
    evaluateJql(jql, { projects, timeZone: "Europe/Berlin" }).rows.map(({ issue }) => issue.key);

  it.each([
    ["project = pay ORDER BY created ASC", ["PAY-1", "PAY-2", "PAY-3", "PAY-4", "PAY-5"]],
    ['created >= "2024-01-03 01:00" ORDER BY key ASC', ["PAY-3", "PAY-4", "PAY-5"]],
    ['created >= "2024-01-03 01:01" ORDER BY key DESC', ["PAY-5", "PAY-4"]],
    ["key > PAY-3 AND id < 20005 ORDER BY key", ["PAY-4"]],
    ["NOT (key = PAY-1 OR key in (PAY-2))", null],
    ["project = PAY AND labels is empty AND key <= PAY-1", ["PAY-1"]],
  ])("finds for %s", (jql, keys) => {
    if (keys === null) expect(() => found(jql)).toThrow("not supported");
    else expect(found(jql)).toEqual(keys);
  });

  it.each([
    ["project = NOPE", /value 'NOPE' does not exist for the field 'project'/],
    ["key = PAY-99", /An issue with key 'PAY-99' does not exist/],
    ["colour = red", /Field 'colour' does not exist/],
    ["project = PAY AND", /Error in the JQL Query/],
    ["(project = PAY", /Error in the JQL Query/],
    ['created >= "yesterday"', /Date value 'yesterday'/],
  ])("refuses %s", (jql, sentence) => {
    expect(() => found(jql)).toThrow(sentence);
  });
});
