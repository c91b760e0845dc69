import { Textarea, TextInput } from "@mantine/core";
import type { AppForm } from "./app-form-type";

/** A GitHub App's credentials, for organisations that give out no personal tokens. */
export function GithubAppFields({ form }: { form: AppForm }) {
  return (
    <>
      <TextInput
        label="App id"
        description="From the App's settings. It needs read access to Issues and Metadata (and Pull requests, where they count)."
        autoComplete="off"
        inputMode="numeric"
        {...form.getInputProps("appId")}
      />
      <TextInput
        label="Installation id"
        description="The number at the end of the address of its installation's settings."
        autoComplete="off"
        inputMode="numeric"
        {...form.getInputProps("installationId")}
      />
      <Textarea
        label="Private key"
        description="The whole file that GitHub hands out, from BEGIN to END. It is stored encrypted and never shown again."
        placeholder="-----BEGIN RSA PRIVATE KEY-----"
        rows={4}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("privateKey")}
      />
    </>
  );
}
