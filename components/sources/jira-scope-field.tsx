import { Textarea, TextInput } from "@mantine/core";
import type { ConnectForm } from "./connect-form-type";
import { Reveal } from "./reveal";

/** Which issues are meant: a project by its key, or a query. Only one of the two is sent. */
export function JiraScopeField({ form }: { form: ConnectForm }) {
  const isProject = form.values.choice === "project";
  return (
    <>
      {isProject ? (
        <TextInput
          label="Project key"
          description="The part before the number in PAY-12."
          placeholder="PAY"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.getInputProps("project")}
        />
      ) : (
        <Textarea
          label="JQL query"
          description="Its order is left out: a sync needs one of its own."
          placeholder="project = PAY AND labels = billing"
          rows={2}
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.getInputProps("jql")}
        />
      )}
      <Reveal onClick={() => form.setFieldValue("choice", isProject ? "jql" : "project")}>
        {isProject ? "Name a JQL query instead" : "Name a project instead"}
      </Reveal>
    </>
  );
}
