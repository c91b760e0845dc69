import { describe, expect, it } from "vitest";
import { readJiraAddress } from "@/lib/domain/jira-address";

const read = (address: string) => readJiraAddress(new URL(address));
const site = "https://acme.atlassian.net";

describe("the address of a page of Jira's", () => {
  it.each([
    `${site}/jira/software/projects/PAY/boards/1`,
    `${site}/jira/software/c/projects/PAY/issues/PAY-3`,
    `${site}/jira/servicedesk/projects/PAY/queues`,
    `${site}/browse/PAY-12?focusedCommentId=3`,
    "https://example.com/jira/browse/pay",
    "https://jira.example.com/secure/RapidBoard.jspa?rapidView=3&projectKey=PAY",
    "https://jira.example.com/secure/RapidBoard.jspa?rapidView=3&selectedIssue=PAY-9",
  ])("names the project: %s", (address) => {
    expect(read(address)).toEqual({ project: "PAY", jql: null });
  });

  it.each([
    [`${site}/issues/?jql=project%20%3D%20PAY`, "project = PAY"],
    ["https://jira.example.com/issues/?filter=10010", "filter = 10010"],
  ])("names the query: %s", (address, jql) => {
    expect(read(address)).toEqual({ project: null, jql });
  });

  it.each([
    site,
    `${site}/issues/?filter=-1`,
    `${site}/issues/?jql=+`,
    `${site}/browse/`,
    "https://jira.example.com/secure/Dashboard.jspa",
    "https://github.example.com/orgs/acme/projects/12",
  ])("names neither: %s", (address) => {
    expect(read(address)).toEqual({ project: null, jql: null });
  });
});
