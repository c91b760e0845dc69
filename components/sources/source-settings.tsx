"use client";

import { Anchor, Collapse, Stack } from "@mantine/core";
import { useState } from "react";
import type { Source } from "@/lib/contracts/sources";
import { AppSetting } from "./app-setting";
import { EndingsSetting } from "./endings-setting";
import { EstimateSetting } from "./estimate-setting";
import classes from "./source-settings.module.css";
import { SubtasksSetting } from "./subtasks-setting";
import { TokenSetting } from "./token-setting";
import { WebhookSetting } from "./webhook-setting";

type SourceSettingsProps = { source: Source; timeZone: string };

/** How a source is read and counted, behind one word: it is needed once, and then rarely. */
export function SourceSettings({ source, timeZone }: SourceSettingsProps) {
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.settings}>
      <Anchor
        component="button"
        size="sm"
        underline="always"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {opened ? "Hide settings" : "Settings"}
      </Anchor>
      <Collapse expanded={opened}>
        {opened ? (
          <Stack gap="lg" className={classes.parts}>
            {source.kind === "jira" ? <JiraSettings source={source} /> : null}
            <TokenSetting source={source} />
            {source.kind === "github" ? <AppSetting source={source} /> : null}
            <WebhookSetting source={source} timeZone={timeZone} />
          </Stack>
        ) : null}
      </Collapse>
    </div>
  );
}

function JiraSettings({ source }: { source: Source }) {
  return (
    <>
      <EstimateSetting source={source} />
      <SubtasksSetting source={source} />
      <EndingsSetting source={source} />
    </>
  );
}
