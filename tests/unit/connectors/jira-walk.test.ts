import { describe, expect, it } from "vitest";
import type { Connector } from "@/lib/connectors/connector";
import { plainIssues, siteOf } from "../../upstream/jira-small-site.mjs";
import { never, pagesOf, recordsOf } from "./connector-harness";
import { connectJira, modes, numbersOf, pathsOf, startJira } from "./jira-harness";
import { ascending, oneTo } from "./numbers";

/** All numbers of a walk, with `edit` called once after the first page. */
async function walkedWhile(connector: Connector, edit: () => void): Promise<number[]> {
  const seen: number[] = [];
  for await (const page of connector.collect({ since: null, checkpoint: null, signal: never })) {
    if (seen.length === 0) edit();
    seen.push(...numbersOf(page.records));
  }
  return seen;
}

describe.each(modes)("walking a %s site", (mode) => {
  it("yields every record once, oldest first", async () => {
    const { connector } = connectJira(await startJira(mode));
    expect(numbersOf(await recordsOf(connector))).toEqual(oneTo(250));
  });

  it("yields every record once where hundreds were created in one minute", async () => {
    const issues = [...plainIssues(30), ...plainIssues(400, 0).slice(30)];
    const standIn = await startJira(mode, { site: siteOf(issues), pageLimit: 50 });
    const records = await recordsOf(connectJira(standIn).connector);
    expect(records).toHaveLength(400);
    expect(ascending(numbersOf(records))).toEqual(oneTo(400));
  });

  it.each([24 * 60, 1, 0])(
    "goes on from any page's checkpoint to what an undisturbed walk yields (one every %s min)",
    async (everyMinutes) => {
      const site = siteOf(plainIssues(120, everyMinutes));
      const standIn = await startJira(mode, { site, pageLimit: 25 });
      const pages = await pagesOf(connectJira(standIn).connector);
      expect(pages.length).toBeGreaterThan(4);
      for (const [index, { next }] of pages.entries()) {
        if (next === null) continue;
        const rest = await recordsOf(connectJira(standIn).connector, { checkpoint: next });
        const before = pages.slice(0, index + 1).flatMap(({ records }) => records);
        expect(ascending(numbersOf([...before, ...rest]))).toEqual(oneTo(120));
        if (index > 0) expect(rest.length).toBeLessThan(120);
      }
    },
  );

  it.each([24 * 60, 0])(
    "loses nothing when issues are edited, added, moved and deleted meanwhile (one every %s min)",
    async (everyMinutes) => {
      const site = siteOf(plainIssues(250, everyMinutes));
      const standIn = await startJira(mode, { site, pageLimit: 40 });
      const seen = await walkedWhile(connectJira(standIn).connector, () => {
        for (const key of ["PAY-3", "PAY-39", "PAY-40"]) standIn.deleteIssue(key);
        standIn.moveToProject("PAY-12", "OPS");
        standIn.editIssue("PAY-20", { summary: "touched" });
        standIn.moveToStatus("PAY-180", "Closed", "Done");
        standIn.addIssue("PAY", { id: 20_251 });
      });
      // What stood on the first page was read before; on Cloud the order of ids tells it.
      expect(ascending(seen)).toEqual(expect.arrayContaining(oneTo(251).filter((n) => n > 40)));
    },
  );

  it.each([
    ["an early row", ["PAY-3"]],
    ["the row that the next page goes on from", ["PAY-60"]],
    ["a whole page and more before it", oneTo(45).map((number) => `PAY-${number + 15}`)],
  ])("loses nothing when %s is deleted within a crowded minute", async (_what, keys) => {
    const standIn = await startJira(mode, { site: siteOf(plainIssues(150, 0)), pageLimit: 20 });
    let searches = 0;
    standIn.onSearch(() => {
      searches += 1;
      if (searches === 5) for (const key of keys) standIn.deleteIssue(key);
    });
    const seen = numbersOf(await recordsOf(connectJira(standIn).connector));
    expect(searches).toBeGreaterThan(8);
    expect(ascending(seen)).toEqual(expect.arrayContaining(oneTo(150).slice(60)));
  });

  it("goes on after a restart, also when rows before the checkpoint were deleted", async () => {
    const standIn = await startJira(mode, { site: siteOf(plainIssues(150, 0)), pageLimit: 20 });
    const pages = await pagesOf(connectJira(standIn).connector);
    for (const number of oneTo(30)) standIn.deleteIssue(`PAY-${number + 20}`);
    const checkpoint = pages[4]?.next ?? null;
    const rest = numbersOf(await recordsOf(connectJira(standIn).connector, { checkpoint }));
    const before = numbersOf(pages.slice(0, 5).flatMap(({ records }) => records));
    expect(ascending([...before, ...rest])).toEqual(oneTo(150));
  });

  it("asks only for what changed since an instant, to the minute and in the user's zone", async () => {
    const standIn = await startJira(mode);
    const since = new Date("2024-08-01T00:00:59.500Z");
    const records = await recordsOf(connectJira(standIn).connector, { since });
    expect(numbersOf(records)).toEqual(oneTo(250).slice(213));
    const search = standIn.requests.find(({ url }) => url.includes("/search"));
    const asked = decodeURIComponent(`${search?.url}${search?.body}`).replaceAll("+", " ");
    expect(asked.replaceAll("\\", "")).toContain('updated >= "2024-08-01 02:00"');
  });

  it.each(["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Mars/Base"])(
    "loses nothing while clocks go back, nor in a zone that nobody knows: %s",
    async (timeZone) => {
      // Each of these zones has its repeated hour within the five hours from here.
      const begin = timeZone === "Australia/Lord_Howe" ? "2024-04-06T13:00Z" : autumn(timeZone);
      const at = (minute: number) => new Date(Date.parse(begin) + minute * 60_000);
      const issues = plainIssues(300, 1).map((issue, minute) => {
        const created = at(minute).toISOString();
        return { ...issue, created, updated: created };
      });
      const isKnown = timeZone !== "Mars/Base";
      const zones = isKnown ? { timeZone } : { timeZone: "Pacific/Pago_Pago", toldZone: timeZone };
      const account = { token: "personal-token", name: "Ada", rights: "browse" as const, ...zones };
      const standIn = await startJira(mode, {
        site: siteOf(issues),
        pageLimit: 40,
        accounts: [account],
      });
      const { connector } = connectJira(standIn);
      expect(ascending(numbersOf(await recordsOf(connector)))).toEqual(oneTo(300));
      for (const minute of [61, 119, 121, 150]) {
        const changed = await recordsOf(connector, { since: at(minute) });
        expect(ascending(numbersOf(changed))).toEqual(
          expect.arrayContaining(oneTo(300).slice(minute)),
        );
      }
    },
  );
});

/** Some hours before the clocks of a northern zone go back in 2024. */
function autumn(timeZone: string): string {
  return timeZone.startsWith("America/") ? "2024-11-03T02:30Z" : "2024-10-26T22:30Z";
}

describe("the requests of a walk", () => {
  it("that finds nothing new are three on Cloud", async () => {
    const standIn = await startJira("cloud");
    const { connector } = connectJira(standIn, { deployment: "cloud" });
    const since = new Date("2025-06-01T00:00:00Z");
    expect(await pagesOf(connector, { since })).toEqual([{ records: [], next: null }]);
    expect(pathsOf(standIn)).toEqual([
      "/rest/api/2/myself",
      "/rest/api/3/search/jql",
      "/rest/api/2/mypermissions",
    ]);
  });

  it("carry an e-mail address and token as basic authentication, a token alone as bearer", async () => {
    const standIn = await startJira("cloud");
    const byMail = { email: "ada@example.com", token: "api-token" };
    await recordsOf(connectJira(standIn, byMail).connector);
    const basic = Buffer.from("ada@example.com:api-token").toString("base64");
    expect(new Set(standIn.requests.map(({ authorization }) => authorization))).toEqual(
      new Set([`Basic ${basic}`]),
    );
    standIn.requests.length = 0;
    await recordsOf(connectJira(standIn).connector);
    expect(standIn.requests[0]?.authorization).toBe("Bearer personal-token");
  });

  it("go to a Data Center's own path", async () => {
    const standIn = await startJira("data_center");
    const server = { host: standIn.host, url: `${standIn.url}/jira/` };
    expect(await recordsOf(connectJira(server).connector)).toHaveLength(250);
    expect(pathsOf(standIn).every((path) => path.startsWith("/jira/rest/api/2/"))).toBe(true);
  });

  it("of JQL keep to it, whatever its own order", async () => {
    const standIn = await startJira("cloud");
    standIn.retypeIssue("PAY-7", "Bug");
    standIn.retypeIssue("PAY-9", "Bug");
    const scope = { jql: 'project = PAY AND (type = Bug OR key = "PAY-2")' };
    const records = await recordsOf(connectJira(standIn, { scope }).connector);
    expect(numbersOf(records)).toEqual([2, 7, 9]);
  });

  it("stop at once when aborted while waiting for an answer", async () => {
    const standIn = await startJira("cloud");
    standIn.setFault({ kind: "slow", on: "search", skip: 1 });
    const stop = new AbortController();
    const walk = pagesOf(connectJira(standIn).connector, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("stopped by the test")), 100);
    await expect(walk).rejects.toThrow("stopped by the test");
  });
});

describe.each(modes)("check of a %s site", (mode) => {
  it("describes the project, also by a key it had before", async () => {
    const site = siteOf(plainIssues(3));
    const [pay] = site.projects;
    if (pay) pay.formerKeys = ["OLD"];
    const standIn = await startJira(mode, { site });
    const { connector } = connectJira(standIn, { scope: { project: "OLD" } });
    const url = `${standIn.url}/browse/PAY`;
    expect(await connector.check(never)).toMatchObject({ name: "Payments (PAY)", url });
  });

  it("accepts a project that is really empty, and describes a query", async () => {
    const standIn = await startJira(mode);
    const empty = connectJira(standIn, { scope: { project: "OPS" } }).connector;
    expect(await empty.check(never)).toMatchObject({ name: "Operations (OPS)" });
    const query = connectJira(standIn, { scope: { jql: "project = PAY" } }).connector;
    expect(await query.check(never)).toMatchObject({ name: "project = PAY" });
  });
});

describe.each(modes)("proof that a %s site still lets in who finds nothing", (mode) => {
  const nothing = { scope: { jql: "project = PAY AND status = Nowhere" } };

  it("is given where a query has come to find nothing, which could not be connected", async () => {
    const { connector } = connectJira(await startJira(mode), nothing);
    await expect(connector.check(never)).rejects.toMatchObject({ reason: "not_found" });
    await expect(connector.prove?.(never)).resolves.toBeUndefined();
  });

  it.each(["none", "empty"] as const)(
    "is refused to an account with rights: %s",
    async (rights) => {
      const standIn = await startJira(mode);
      const { connector } = connectJira(standIn, nothing);
      standIn.setAccounts([{ token: "personal-token", name: "Ada", rights }]);
      await expect(connector.prove?.(never)).rejects.toMatchObject({ reason: "not_found" });
    },
  );

  it("is refused to a stranger, who is shown empty lists", async () => {
    const standIn = await startJira(mode);
    const { connector } = connectJira(standIn, nothing);
    standIn.setAccounts([]);
    await expect(connector.prove?.(never)).rejects.toMatchObject({ reason: "unauthorized" });
  });
});

describe.each(modes)("estimateTotal of a %s site", (mode) => {
  it("is the number the tracker tells, and null where it fails", async () => {
    const standIn = await startJira(mode);
    const { connector } = connectJira(standIn);
    expect(await connector.estimateTotal(never)).toBe(250);
    standIn.setFault({ kind: "server_error", on: mode === "cloud" ? "count" : "search" });
    expect(await connector.estimateTotal(never)).toBeNull();
  });
});

describe.each(modes)("find on a %s site", (mode) => {
  const reference = (number: number) => ({
    externalId: String(20_000 + number),
    key: `PAY-${number}`,
    number,
  });

  it("gives the record that a walk gives", async () => {
    const standIn = await startJira(mode);
    standIn.moveToStatus("PAY-7", "Closed", "Done");
    const { connector } = connectJira(standIn);
    const walked = (await recordsOf(connector)).find(({ externalId }) => externalId === "20007");
    expect(await connector.find(reference(7), never)).toEqual(walked);
  });

  it("is null for an issue that was deleted or has moved to another project", async () => {
    const standIn = await startJira(mode);
    standIn.deleteIssue("PAY-7");
    standIn.moveToProject("PAY-8", "OPS");
    for (const scope of [{ project: "PAY" }, { jql: "project = PAY" }]) {
      const { connector } = connectJira(standIn, { scope });
      expect(await connector.find(reference(7), never)).toBeNull();
      expect(await connector.find(reference(8), never)).toBeNull();
      expect(await connector.find(reference(9), never)).not.toBeNull();
    }
  });

  it("knows an issue that moved within the scope by its id, under its new key", async () => {
    const standIn = await startJira(mode);
    const key = standIn.moveToProject("PAY-8", "OPS").key;
    const scope = { jql: "project in (PAY, OPS)" };
    const { connector } = connectJira(standIn, { scope });
    const found = await connector.find(reference(8), never);
    const mapped = connector.map(found?.payload);
    expect(mapped).toMatchObject({ outcome: "item", item: { externalId: "20008", key } });
  });

  it("never takes a place that became unreadable for a deleted issue", async () => {
    const standIn = await startJira(mode);
    const { connector } = connectJira(standIn);
    await recordsOf(connector);
    standIn.setAccounts([{ token: "personal-token", name: "Ada", rights: "none" }]);
    await expect(connector.find(reference(1), never)).rejects.toMatchObject({
      reason: "not_found",
    });
  });
});
