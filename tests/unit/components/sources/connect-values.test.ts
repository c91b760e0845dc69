import { describe, expect, it } from "vitest";
import { problemsFrom, problemsOf } from "@/components/sources/connect-problems";
import {
  type ConnectValues,
  emptyConnect,
  kindOf,
  sourceOf,
  withPlace,
} from "@/components/sources/connect-values";
import { placeWords } from "@/components/sources/place-words";
import { productNameOf } from "@/components/sources/product-name";
import { createSourceSchema } from "@/lib/contracts/sources";

const cloud = "https://acme.atlassian.net";
const valuesOf = (change: Partial<ConnectValues>): ConnectValues => ({
  ...emptyConnect,
  ...change,
});
const at = (place: string, before = emptyConnect) => withPlace(before, place);

describe("what an address names of project and query", () => {
  it("is filled in, and follows the address", () => {
    const first = at(`${cloud}/browse/PAY-12`);
    expect(first).toMatchObject({ choice: "project", project: "PAY" });
    expect(at(`${cloud}/browse/OPS-1`, first).project).toBe("OPS");
    expect(at(cloud, first).project).toBe("");
  });

  it("gives way to what a person typed until an address names something else", () => {
    const typed = { ...at(`${cloud}/browse/PAY-12`), project: "WEB" };
    expect(at(`${cloud}/browse/PAY-13`, typed).project).toBe("WEB");
    expect(at(cloud, typed).project).toBe("WEB");
    expect(at(`${cloud}/browse/OPS-1`, typed).project).toBe("OPS");
  });

  it("turns to the query where it names one, and back", () => {
    const query = at(`${cloud}/issues/?jql=type%20%3D%20Bug`);
    expect(query).toMatchObject({ choice: "jql", jql: "type = Bug" });
    expect(at(`${cloud}/browse/PAY-1`, query)).toMatchObject({ choice: "project", jql: "" });
  });
});

describe("what is sent", () => {
  const filled = valuesOf({ token: " t ", apiUrl: "", project: "PAY", jql: "a = b", email: "" });

  it("is what the contract takes, and nothing that another tracker's fields hold", () => {
    const github = sourceOf({ ...filled, place: " acme/checkout " });
    expect(github).toEqual({
      kind: "github",
      repository: "acme/checkout",
      token: "t",
      count: "issues",
    });
    const jira = sourceOf({ ...filled, place: cloud, apiUrl: "https://x", email: " a@b.c " });
    expect(jira).toEqual({
      kind: "jira",
      siteUrl: cloud,
      project: "PAY",
      email: "a@b.c",
      token: "t",
    });
    for (const source of [github, jira])
      expect(createSourceSchema.safeParse(source).success).toBe(true);
  });

  it("is a GitHub App where one is named, and no empty one", () => {
    const app = { appId: " 12 ", installationId: "34", privateKey: "-----BEGIN" };
    const source = sourceOf(valuesOf({ place: "acme/checkout", ...app }));
    expect(source).toMatchObject({ app: { ...app, appId: "12" } });
    expect(createSourceSchema.safeParse(source).success).toBe(true);
    expect(sourceOf(valuesOf({ place: "acme/checkout" }))).not.toHaveProperty("app");
  });

  it("is either a project or a query", () => {
    const source = sourceOf({ ...filled, place: cloud, choice: "jql" });
    expect(source).toMatchObject({ jql: "a = b" });
    expect(source).not.toHaveProperty("project");
  });

  it("follows a person's word only where the address may be either's", () => {
    expect(kindOf(valuesOf({ place: "code.example.com/a/b", chosenKind: "jira" }))).toBe("jira");
    expect(kindOf(valuesOf({ place: "code.example.com/a/b" }))).toBe("github");
    expect(kindOf(valuesOf({ place: "acme/checkout", chosenKind: "jira" }))).toBe("github");
  });
});

describe("what is wrong", () => {
  it("is said at each field that Jira needs: e-mail only on Cloud", () => {
    expect(Object.keys(problemsOf(at(cloud))).sort()).toEqual(["email", "project", "token"]);
    const server = valuesOf({ place: "https://jira.example.com", choice: "jql", jql: "(a = b" });
    expect(Object.keys(problemsOf(server)).sort()).toEqual(["jql", "token"]);
    expect(problemsOf({ ...server, jql: "a = b", token: "t" })).toEqual({});
  });

  it("is said of a repository without asking for what only Jira needs", () => {
    expect(problemsOf(valuesOf({ place: "acme/checkout" }))).toEqual({});
    expect(problemsOf(valuesOf({ place: "acme" })).place).toMatch(/owner\/name.*Jira/);
  });

  it("is said of a GitHub App that lacks something, or that comes beside a token", () => {
    const begun = valuesOf({ place: "acme/checkout", appId: "12", installationId: "twelve" });
    expect(Object.keys(problemsOf(begun)).sort()).toEqual(["installationId", "privateKey"]);
    const whole = { ...begun, installationId: "34", privateKey: "-----BEGIN" };
    expect(problemsOf(whole)).toEqual({});
    expect(Object.keys(problemsOf({ ...whole, token: "t" }))).toEqual(["token"]);
  });

  it("lands where the API says: both places at the one field, strange names at none", () => {
    expect(problemsFrom({ siteUrl: "No Jira." })).toEqual({ place: "No Jira." });
    expect(problemsFrom({ repository: "Gone." })).toEqual({ place: "Gone." });
    expect(problemsFrom({ email: "a", jql: "b" })).toEqual({ email: "a", jql: "b" });
    expect(problemsFrom({ name: "Too long." })).toEqual({});
    expect(problemsFrom({ "source.repository": "None." })).toEqual({ place: "None." });
    expect(problemsFrom({ "source.app.appId": "a", app: "b" })).toEqual({
      appId: "a",
      privateKey: "b",
    });
  });
});

describe("the place in words", () => {
  it.each([
    ["acme/checkout", "Reads github.com/acme/checkout"],
    ["", "On GitHub, or on a Jira site"],
    [`${cloud}/browse/PAY-1`, "Reads the project PAY of Jira at acme.atlassian.net"],
    ["https://example.com/jira", "Jira at example.com/jira"],
    [`${cloud}/issues/?jql=a=b`, "Reads what a query finds in Jira at acme.atlassian.net"],
  ])("%j: %s", (place, words) => {
    expect(placeWords(at(place))).toBe(words);
  });

  it("names a new product: the repository, the project, or the site of a query", () => {
    const jira = { kind: "jira" as const, siteUrl: `${cloud}/browse/PAY-1`, token: "t" };
    expect(productNameOf({ kind: "github", repository: "acme/checkout" })).toBe("checkout");
    expect(productNameOf({ ...jira, project: "pay" })).toBe("PAY");
    expect(productNameOf({ ...jira, jql: "a = b" })).toBe("acme.atlassian.net");
  });
});
