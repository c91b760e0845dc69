import type { UseFormReturnType } from "@mantine/form";
import type { ConnectValues } from "./connect-values";

/** The form's state, as its parts take it. */
export type ConnectForm = UseFormReturnType<ConnectValues>;
