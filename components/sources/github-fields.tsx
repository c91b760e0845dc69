import { Checkbox, PasswordInput, TextInput } from "@mantine/core";
import type { ConnectForm } from "./connect-form-type";
import { usesApp } from "./connect-values";
import { GithubAppFields } from "./github-app-fields";
import { GithubTokenHelp } from "./github-token-help";
import { Reveal } from "./reveal";
import { useReveal } from "./use-reveal";

/** What may be said of a repository beside its name: each appears on request, or where it is at fault. */
export function GithubFields({ form }: { form: ConnectForm }) {
  const { values, errors } = form;
  const [hasToken, showToken] = useReveal(values.token !== "" || errors.token !== undefined);
  const isAppAtFault = Boolean(errors.appId ?? errors.installationId ?? errors.privateKey);
  const [hasApp, showApp] = useReveal(usesApp(values) || isAppAtFault);
  const [hasMore, showMore] = useReveal(
    values.apiUrl !== "" ||
      values.pulls ||
      errors.apiUrl !== undefined ||
      errors.pulls !== undefined,
  );
  return (
    <>
      {hasToken ? (
        <PasswordInput
          label="Token"
          description={<GithubTokenHelp />}
          autoComplete="off"
          aria-invalid={errors.token !== undefined}
          {...form.getInputProps("token")}
        />
      ) : (
        <Reveal onClick={showToken}>
          Private repository or more than 60 requests an hour? Add a token
        </Reveal>
      )}
      {hasApp ? (
        <GithubAppFields form={form} />
      ) : (
        <Reveal onClick={showApp}>Use a GitHub App in place of a token</Reveal>
      )}
      {hasMore ? (
        <EnterpriseFields form={form} />
      ) : (
        <Reveal onClick={showMore}>More: GitHub Enterprise, pull requests</Reveal>
      )}
    </>
  );
}

function EnterpriseFields({ form }: { form: ConnectForm }) {
  return (
    <>
      <TextInput
        label="GitHub Enterprise API address"
        description="Leave empty for github.com. A private address must be named in ALLOWED_UPSTREAM_HOSTS."
        placeholder="https://github.example.com/api/v3"
        {...form.getInputProps("apiUrl")}
      />
      <Checkbox
        label="Count pull requests too"
        description="Otherwise only issues are work items."
        {...form.getInputProps("pulls", { type: "checkbox" })}
      />
    </>
  );
}
