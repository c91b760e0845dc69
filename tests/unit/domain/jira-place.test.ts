import { describe, expect, it } from "vitest";
import { parseJiraProject, parseJql } from "@/lib/domain/jira-scope";
import { parseJiraSite } from "@/lib/domain/jira-site";

describe("a Jira site's address", () => {
  it.each([
    ["https://acme.atlassian.net", "https://acme.atlassian.net"],
    ["acme.atlassian.net/", "https://acme.atlassian.net"],
    [
      "https://acme.atlassian.net/jira/software/c/projects/PAY/boards/1",
      "https://acme.atlassian.net",
    ],
    ["https://acme.atlassian.net/browse/PAY-12?filter=1", "https://acme.atlassian.net"],
    ["https://jira.example.com/browse/PAY-12", "https://jira.example.com"],
    ["https://example.com/jira/", "https://example.com/jira"],
    ["https://example.com/jira/projects/PAY/issues/PAY-1", "https://example.com/jira"],
    ["https://example.com/tools/jira/secure/Dashboard.jspa", "https://example.com/tools/jira"],
    ["http://127.0.0.1:8080/jira/login.jsp", "http://127.0.0.1:8080/jira"],
    ["https://api.atlassian.com/ex/jira/1a2b", "https://api.atlassian.com/ex/jira/1a2b"],
  ])("is read from %s as %s", (text, siteUrl) => {
    expect(parseJiraSite(text)).toEqual({ ok: true, siteUrl });
  });

  it.each([
    "",
    "jira",
    "ftp://jira.example.com",
    "https://ada:secret@jira.example.com",
    "http://[",
  ])("is not %j, and the answer says what to type", (text) => {
    expect(parseJiraSite(text)).toEqual({ ok: false, message: expect.stringMatching(/\.$/) });
  });
});

describe("a project's key", () => {
  it.each([
    ["pay", "PAY"],
    ["PAY-12", "PAY"],
    ["https://acme.atlassian.net/browse/PAY-12", "PAY"],
    ["https://acme.atlassian.net/browse/PAY/", "PAY"],
    ["A_1B", "A_1B"],
  ])("is read from %s as %s", (text, project) => {
    expect(parseJiraProject(text)).toEqual({ ok: true, project });
  });

  it.each(["", "P", "12", 'PAY" OR project = "X', "PAY OPS", "-"])("is not %j", (text) => {
    expect(parseJiraProject(text).ok).toBe(false);
  });
});

describe("a query", () => {
  it.each([
    ["project = PAY order by created", "project = PAY"],
    ["project = PAY\nORDER  BY rank DESC", "project = PAY"],
    ['summary ~ "order by price" AND type = Bug', 'summary ~ "order by price" AND type = Bug'],
    ["summary ~ 'it\\'s (fine' ", "summary ~ 'it\\'s (fine'"],
    ["(type = Bug OR type = Task)", "(type = Bug OR type = Task)"],
  ])("%j is kept without its order: %j", (text, jql) => {
    expect(parseJql(text)).toEqual({ ok: true, jql });
  });

  it.each(["", "ORDER BY created", "type = Bug) OR (type = Task", '(type = "Bug)', "((a = b)"])(
    "%j is refused: it could not be joined to another clause",
    (text) => {
      expect(parseJql(text).ok).toBe(false);
    },
  );
});
