import { expect, it } from "vitest";
import { customFieldsToRead, pointsCandidates } from "@/lib/connectors/jira/custom-fields";

const float = "com.atlassian.jira.plugin.system.customfieldtypes:float";
const field = (id: string, name: string, custom?: string) => ({
  id,
  name,
  schema: { type: "number", ...(custom === undefined ? {} : { custom }) },
});
const fields = [
  field("summary", "Summary"),
  field("customfield_1", "Story Points", float),
  field("customfield_2", "Story points", float),
  field("customfield_3", "Story point estimate", "com.pyxis.greenhopper.jira:jsw-story-points"),
  field("customfield_4", "Original story points", float),
  field("customfield_5", "Effort", float),
  field(
    "customfield_6",
    "Story Points",
    "com.atlassian.jira.plugin.system.customfieldtypes:textfield",
  ),
  field("customfield_7", "Sprint", "com.pyxis.greenhopper.jira:gh-sprint"),
  field("customfield_8", "Epic Link", "com.pyxis.greenhopper.jira:gh-epic-link"),
  field("customfield_9", "Appointment", float),
];

it("all number fields are offered: Jira's own for points, those named so, and then the others", () => {
  expect(pointsCandidates(fields).map(({ id, isLikely }) => [id, isLikely])).toEqual([
    ["customfield_3", true],
    ["customfield_4", true],
    ["customfield_1", true],
    ["customfield_2", true],
    ["customfield_9", false],
    ["customfield_5", false],
  ]);
});

it("an issue is asked for links, sprints, every candidate, and the chosen field by id or name", () => {
  const asked = ["1", "2", "3", "4", "7", "8"].map((id) => `customfield_${id}`);
  expect(Object.keys(customFieldsToRead(fields, null)).sort()).toEqual(asked);
  for (const chosen of ["customfield_5", " effort "]) {
    const read = Object.keys(customFieldsToRead(fields, chosen)).sort();
    expect(read).toEqual([...asked, "customfield_5"].sort());
  }
});
