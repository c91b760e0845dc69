import type { UseFormReturnType } from "@mantine/form";
import type { AppValues } from "./connect-values";

/** A form that asks for a GitHub App's credentials, perhaps among other things. */
export type AppForm = {
  values: AppValues;
  errors: Partial<Record<string, React.ReactNode>>;
  getInputProps: (
    name: keyof AppValues,
  ) => ReturnType<UseFormReturnType<AppValues>["getInputProps"]>;
};
