import { describe, expect, it } from "vitest";
import { readPlaceKind } from "@/components/sources/place-kind";

describe("which tracker a text names", () => {
  it.each([
    "",
    "acme",
    "acme/checkout",
    "acme/check.out",
    "https://",
    "https://acm",
    "https://git.example.com/acme",
    "https://github.com/acme/checkout/issues?q=jql",
    "github.com/browse/PAY-12",
    "git@github.example.com:acme/checkout.git",
    "ssh://git@git.example.com/acme/checkout",
    "https://github.example.com",
    "https://ghe.example.com/acme/checkout/projects/1",
    "https://acme.ghe.com/acme/checkout",
    "https://gitlab.com/acme",
  ])("%j is GitHub's without doubt", (text) => {
    expect(readPlaceKind(text)).toEqual({ kind: "github", other: null });
  });

  it.each([
    "https://acme.atlassian.net",
    "acme.atlassian.net",
    " https://acme.atlassian.net/jira/software/projects/PAY/boards/1 ",
    "https://acme.atlassian.net/acme/checkout",
    "https://api.atlassian.com/ex/jira/1a2b",
    "https://tracker.example.com/browse/PAY-12",
    "tracker.example.com/tools/projects/PAY",
    "https://tracker.example.com/issues/?jql=type%20%3D%20Bug",
    "https://tracker.example.com/secure/Dashboard.jspa",
    "https://jira.example.com",
    "jira.example.com/",
    "localhost:8080",
    "http://127.0.0.1:8080/jira",
    "https://tracker.example.com",
  ])("%j is Jira's without doubt", (text) => {
    expect(readPlaceKind(text)).toEqual({ kind: "jira", other: null });
  });

  it.each([
    ["https://code.example.com/acme/checkout", "github", "jira"],
    ["code.example.com/tools/jira", "github", "jira"],
    ["https://jira.example.com/acme/checkout", "jira", "github"],
    ["https://example.com/jira/plugin", "jira", "github"],
  ])("%j is read as %s, and may be %s", (text, kind, other) => {
    expect(readPlaceKind(text)).toEqual({ kind, other });
  });
});
