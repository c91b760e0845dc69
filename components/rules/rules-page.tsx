"use client";

import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryStates } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { ReadOnlyNote, WritableWith } from "@/components/accounts/writable-with";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import type { Product } from "@/lib/contracts/products";
import type { Rules } from "@/lib/contracts/rules";
import { newRuleParameters, ruleAskedFor } from "./new-rule-parameters";
import { PreviewPanel } from "./preview-panel";
import { ReclassificationNote } from "./reclassification-note";
import { RuleList } from "./rule-list";
import { problemsOf } from "./rule-problems";
import { type NewRule, newRule, withRuleAt } from "./rule-set-edits";
import classes from "./rules.module.css";
import { RulesFile } from "./rules-file";
import { rulesOptions } from "./rules-query";
import { SaveBar } from "./save-bar";
import { Unfolded } from "./unfolded";
import { type Preview, usePreview } from "./use-preview";
import { useRulesDraft } from "./use-rules-draft";

const SetOptions = dynamic(() => import("./set-options").then((module) => module.SetOptions), {
  ssr: false,
});
const VersionsPanel = dynamic(
  () => import("./versions-panel").then((module) => module.VersionsPanel),
  { ssr: false },
);

/** The product's own rules: in words and in order, with what an edit would move before it is saved. */
export function RulesPage({ product }: { product: Product }) {
  const { data, error } = useQuery(rulesOptions(product.id));
  return (
    <Stack gap="md">
      <PageTitle
        title="Rules"
        about="The first rule that an item meets decides it; what none meets, its labels, type, title, parent or the text model do."
      />
      <Group gap="md">
        <Anchor component={Link} href="/definitions" size="sm">
          What the categories mean
        </Anchor>
        <Anchor component={Link} href={`/products/${product.id}/model`} size="sm">
          How accurate the text model is
        </Anchor>
      </Group>
      {error && !data ? <Text role="alert">{error.message}</Text> : null}
      {data ? <EditableRules product={product} rules={data} /> : null}
    </Stack>
  );
}

const blank: NewRule = {
  when: { any: [{ field: "label", is: [] }] },
  decide: { action: "classify", category: "maintenance" },
};

function EditableRules({ product, rules }: { product: Product; rules: Rules }) {
  const { id: productId, timeZone } = product;
  const draft = useRulesDraft(productId, rules);
  const { ruleSet, isEdited, edit, save } = draft;
  const [openId, setOpenId] = useState<string | null>(null);
  const preview = usePreview(productId, ruleSet);
  const problems = { ...problemsOf(save.error), ...problemsOf(preview.error) };
  const add = (begun: NewRule) => {
    const rule = newRule(ruleSet, begun);
    edit((set) => withRuleAt(set, rule, set.rules.length));
    setOpenId(rule.id);
  };
  useAskedRule(add);
  useLeaveWarning(isEdited);
  return (
    <div className={classes.layout}>
      <Stack gap="md">
        <ReclassificationNote rules={rules} />
        <RuleList
          productId={productId}
          ruleSet={ruleSet}
          summary={preview.summary}
          isUncounted={preview.isError}
          problems={problems}
          openId={openId}
          onOpen={setOpenId}
          onEdit={edit}
        />
        <Group justify="space-between">
          <Allowed right="manage_rules" otherwise={<ReadOnlyNote right="manage_rules" />}>
            <Button size="xs" variant="default" onClick={() => add(blank)}>
              Add a rule
            </Button>
          </Allowed>
          <RulesFile productId={productId} onImport={(imported) => edit(() => imported)} />
        </Group>
        {isEdited ? <SaveBar draft={draft} latestVersion={rules.version} /> : null}
        <Unfolded name="Text model and kinds">
          <WritableWith right="manage_rules">
            <SetOptions ruleSet={ruleSet} error={problems.modelThreshold} onEdit={edit} />
          </WritableWith>
        </Unfolded>
        <Unfolded name="Versions">
          <VersionsPanel
            productId={productId}
            timeZone={timeZone}
            rules={rules}
            isEdited={isEdited}
          />
        </Unfolded>
      </Stack>
      <div className={classes.side}>
        {isEdited ? <PreviewPanel preview={preview} /> : <Uncounted preview={preview} />}
      </div>
    </div>
  );
}

/** That nobody knows what the saved rules decide, where counting it failed. */
function Uncounted({ preview: { error, summary, refetch } }: { preview: Preview }) {
  if (!error || summary !== null) return null;
  return (
    <ReadFailure
      title="How many items each rule decides could not be read"
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

/** Begins the rule that the address asks for, once, and takes it out of the address. */
function useAskedRule(add: (begun: NewRule) => void): void {
  const [asked, setAsked] = useQueryStates(newRuleParameters);
  const begun = useRef(false);
  useEffect(() => {
    const rule = ruleAskedFor(asked);
    if (rule === null || begun.current) return;
    begun.current = true;
    add(rule);
    void setAsked(null);
  }, [asked, setAsked, add]);
}

/** Closing the tab over an unsaved edit is asked about. */
function useLeaveWarning(isEdited: boolean): void {
  useEffect(() => {
    if (!isEdited) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isEdited]);
}
