import type { ConnectForm } from "./connect-form-type";
import { kindOf } from "./connect-values";
import { type PlaceKind, readPlaceKind } from "./place-kind";
import { Reveal } from "./reveal";

/** Where an address may be either tracker's, a way to say that it is the other one's. */
export function KindSwitch({ form }: { form: ConnectForm }) {
  const { kind, other } = readPlaceKind(form.values.place);
  if (other === null) return null;
  const next = kindOf(form.values) === kind ? other : kind;
  return <Reveal onClick={() => form.setFieldValue("chosenKind", next)}>{words[next]}</Reveal>;
}

const words: Record<PlaceKind, string> = {
  github: "This is a repository on GitHub Enterprise",
  jira: "This is a Jira site",
};
