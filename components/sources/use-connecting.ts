import { useState } from "react";
import { ApiError } from "@/components/ui/api";
import type { CreateSource } from "@/lib/contracts/sources";
import type { ConnectForm } from "./connect-form-type";
import { problemsFrom } from "./connect-problems";
import { type ConnectValues, sourceOf } from "./connect-values";

/** Sends the form; a refusal lands at the fields it names, or in `failure` where it names none. */
export function useConnecting(
  form: ConnectForm,
  onConnect: (source: CreateSource) => Promise<void>,
) {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const connect = async (values: ConnectValues) => {
    setBusy(true);
    setFailure(null);
    try {
      await onConnect(sourceOf(values));
    } catch (error) {
      const problems = error instanceof ApiError ? problemsFrom(error.fields) : {};
      form.setErrors(problems);
      if (Object.keys(problems).length === 0) setFailure(messageOf(error));
      setBusy(false);
    }
  };
  return { connect, failure, busy };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "It failed without saying why. Try again.";
}
