"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import type { CheckedPlace } from "@/lib/contracts/sources";
import type { ConnectForm } from "./connect-form-type";
import { problemsFrom, problemsOf } from "./connect-problems";
import { sourceOf } from "./connect-values";
import { chosenId, pointsChoices } from "./points-choices";
import { Reveal } from "./reveal";

/** The field with the estimate: typed, or chosen from those of the site once it lets them be seen. */
export function PointsFieldInput({ form }: { form: ConnectForm }) {
  const { values } = form;
  const look = useMutation({
    mutationFn: () => sendJson<CheckedPlace>("POST", "/api/sources/check", sourceOf(values)),
    onError: (error) => {
      if (error instanceof ApiError) form.setErrors(problemsFrom(error.fields));
    },
  });
  const fields = look.data?.pointsFields;
  if (fields) {
    return (
      <NativeSelect
        label="Field with the estimate"
        data={pointsChoices(fields, values.pointsField)}
        {...form.getInputProps("pointsField")}
        value={chosenId(fields, values.pointsField) ?? values.pointsField}
      />
    );
  }
  const start = () => {
    const problems = problemsOf(values);
    form.setErrors(problems);
    if (Object.keys(problems).length === 0) look.mutate();
  };
  return (
    <>
      <TextInput
        label="Field with the estimate"
        description="Name or id of the field that holds the points. Leave empty for Story Points."
        placeholder="customfield_10016"
        {...form.getInputProps("pointsField")}
      />
      <Reveal onClick={start}>
        {look.isPending ? "Asking the site for its fields…" : "Choose from the site's fields"}
      </Reveal>
    </>
  );
}
