import { TextInput } from "@mantine/core";
import type { ComponentProps } from "react";

/** The address somebody signs in with; what belongs to a form comes from it. */
export function EmailField(input: ComponentProps<typeof TextInput>) {
  return <TextInput label="E-mail" type="email" autoComplete="username" required {...input} />;
}
