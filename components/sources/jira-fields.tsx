import { PasswordInput, TextInput } from "@mantine/core";
import type { ConnectForm } from "./connect-form-type";
import { needsEmail } from "./connect-problems";
import { JiraScopeField } from "./jira-scope-field";
import { JiraTokenHelp } from "./jira-token-help";
import { PointsFieldInput } from "./points-field-input";
import { Reveal } from "./reveal";
import { useReveal } from "./use-reveal";

/** What Jira needs beside its address; on a site of one's own the e-mail address is rarely one of it. */
export function JiraFields({ form }: { form: ConnectForm }) {
  const { values, errors } = form;
  const isCloud = needsEmail(values);
  const [hasMore, showMore] = useReveal(
    values.pointsField !== "" ||
      errors.pointsField !== undefined ||
      (!isCloud && (values.email !== "" || errors.email !== undefined)),
  );
  return (
    <>
      <JiraScopeField form={form} />
      {isCloud ? (
        <EmailField form={form} description="Of the account that the token is for." />
      ) : null}
      <PasswordInput
        label="Token"
        description={<JiraTokenHelp isCloud={isCloud} />}
        autoComplete="off"
        required
        withAsterisk={false}
        aria-invalid={errors.token !== undefined}
        {...form.getInputProps("token")}
      />
      {hasMore ? (
        <RareFields form={form} isCloud={isCloud} />
      ) : (
        <Reveal onClick={showMore}>
          {isCloud
            ? "More: the field with the estimate"
            : "More: e-mail address, the field with the estimate"}
        </Reveal>
      )}
    </>
  );
}

function EmailField({ form, description }: { form: ConnectForm; description: string }) {
  return (
    <TextInput
      label="E-mail address"
      description={description}
      type="email"
      autoComplete="email"
      {...form.getInputProps("email")}
    />
  );
}

function RareFields({ form, isCloud }: { form: ConnectForm; isCloud: boolean }) {
  return (
    <>
      {isCloud ? null : (
        <EmailField
          form={form}
          description="Only for Jira Cloud at an address of its own, whose API tokens need the account's."
        />
      )}
      <PointsFieldInput form={form} />
    </>
  );
}
