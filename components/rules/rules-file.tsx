"use client";

import { Button, FileButton, Group, Text } from "@mantine/core";
import { useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import { readRulesFile } from "./read-rules-file";

type RulesFileProps = { productId: string; onImport: (ruleSet: RuleSet) => void };

/** The saved rules as a file, and a file as an edit that is not saved yet. */
export function RulesFile({ productId, onImport }: RulesFileProps) {
  const [fault, setFault] = useState<string | null>(null);
  const read = async (file: File | null) => {
    if (file === null) return;
    const answer = await readRulesFile(await file.text());
    setFault(answer.ok ? null : `${file.name} was not opened. ${answer.message}`);
    if (answer.ok) onImport(answer.ruleSet);
  };
  return (
    <>
      <Group gap="xs">
        <Button
          component="a"
          href={`/api/products/${productId}/rules/file`}
          download
          size="xs"
          variant="subtle"
        >
          Export
        </Button>
        <Allowed right="manage_rules">
          <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} size="xs" variant="subtle">
                Import
              </Button>
            )}
          </FileButton>
        </Allowed>
      </Group>
      {fault ? (
        <Text size="sm" role="alert">
          {fault}
        </Text>
      ) : null}
    </>
  );
}
