import { Code, Text } from "@mantine/core";
import { localModeWords } from "./local-mode-words";
import { Part } from "./part";

/** What there is to say of people where there is one, and nobody is asked who they are. */
export function LocalPart() {
  return (
    <Part title="Local mode" about={localModeWords}>
      <Text>
        There is one owner, who may do everything and may speak for both sides; the record says so
        beside every signature. To be several people with names, an invitation each and roles, start
        the server with <Code>ACCOUNTS=on</Code>. The first owner then comes in with a code that it
        prints on its console, and what is stored stays.
      </Text>
    </Part>
  );
}
