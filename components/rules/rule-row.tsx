"use client";

import { Badge, Button, Group, Switch, Text } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import type { DragEvent } from "react";
import { Allowed, useMay } from "@/components/accounts/viewer";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatCount } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { KindsMap, Rule } from "@/lib/classify/rules/rule-set";
import type { RuleProblems } from "./rule-problems";
import { categoryDecided, conditionWords, decisionWords } from "./rule-words";
import classes from "./rules.module.css";
import { Sentence } from "./sentence";

const RuleEditor = dynamic(() => import("./rule-editor").then((module) => module.RuleEditor), {
  ssr: false,
  loading: () => <Text size="sm">Opening the form …</Text>,
});

export type RuleRowActions = {
  onOpen: (id: string | null) => void;
  onMove: (id: string, to: number) => void;
  onChange: (rule: Rule) => void;
  onRemove: (rule: Rule, at: number) => void;
};

type RuleRowProps = RuleRowActions & {
  productId: string;
  rule: Rule;
  position: number;
  count: number;
  kindsMap: KindsMap;
  /** Items that it decides; null while nobody knows. */
  matches: number | null;
  isUncounted: boolean;
  warnings: string[];
  problems: RuleProblems;
  isOpen: boolean;
  onGrab: (id: string, event: DragEvent<HTMLElement>) => void;
};

/** One rule in words, with its place in the order, and its form where it is being edited. */
export function RuleRow(props: RuleRowProps) {
  const { productId, rule, position, kindsMap, problems, isOpen, onGrab, onOpen, onChange } = props;
  const mayManage = useMay("manage_rules");
  const category = categoryDecided(rule.decide, kindsMap);
  return (
    <>
      <div className={classes.rule} data-off={rule.enabled ? undefined : "true"}>
        {mayManage ? (
          <span
            className={classes.handle}
            draggable
            onDragStart={(event) => onGrab(rule.id, event)}
            title="Drag to reorder"
            aria-hidden="true"
          >
            <IconGripVertical size={16} />
          </span>
        ) : null}
        <span className={classes.number}>{position + 1}</span>
        <div className={classes.words}>
          <Text size="xs" c="dimmed">
            <bdi>{rule.name}</bdi>
          </Text>
          <Text size="sm">
            If <Sentence words={conditionWords(rule.when)} />{" "}
            <span className={classes.decision}>
              → {category ? <CategorySwatch category={category} /> : null}
              {decisionWords(rule.decide, kindsMap)}
            </span>
          </Text>
          <Findings {...props} />
        </div>
        <Allowed right="manage_rules">
          <RuleActions {...props} />
        </Allowed>
      </div>
      {isOpen ? (
        <RuleEditor
          productId={productId}
          rule={rule}
          kindsMap={kindsMap}
          problems={problems}
          onChange={onChange}
          onClose={() => onOpen(null)}
        />
      ) : null}
    </>
  );
}

function Findings({ rule, matches, isUncounted, warnings, problems, isOpen }: RuleRowProps) {
  const locale = useLocale();
  const unknown = isUncounted ? "not counted" : "…";
  const [problem] = isOpen ? [] : Object.values(problems);
  return (
    <Group gap={8} mt={2}>
      {rule.enabled ? (
        <Text size="xs" c="dimmed" data-testid="matches">
          {matches === null ? unknown : `decides ${formatCount(matches, "item", locale)}`}
        </Text>
      ) : (
        <Badge size="sm" variant="outline" color="gray">
          Off
        </Badge>
      )}
      <Warnings warnings={warnings} />
      {problem ? (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      ) : null}
    </Group>
  );
}

/** One stands as it is; several, as in a list of bots, behind their number. */
function Warnings({ warnings }: { warnings: string[] }) {
  const [first] = warnings;
  if (warnings.length <= 1) return first ? <span className={classes.warning}>{first}</span> : null;
  return (
    <details className={classes.warning}>
      <summary>No item has {warnings.length} of its values</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}

function RuleActions({
  rule,
  position,
  count,
  isOpen,
  onOpen,
  onMove,
  onChange,
  onRemove,
}: RuleRowProps) {
  const { id, name } = rule;
  const quiet = { size: "compact-xs", variant: "subtle" } as const;
  return (
    <Group gap={4} className={classes.actions}>
      <Switch
        size="xs"
        aria-label={`Use ${name}`}
        checked={rule.enabled}
        onChange={({ currentTarget }) => onChange({ ...rule, enabled: currentTarget.checked })}
      />
      <Button
        {...quiet}
        id={`${id}-up`}
        aria-label={`Move ${name} up`}
        disabled={position === 0}
        onClick={() => onMove(id, position - 1)}
      >
        ↑
      </Button>
      <Button
        {...quiet}
        id={`${id}-down`}
        aria-label={`Move ${name} down`}
        disabled={position === count - 1}
        onClick={() => onMove(id, position + 1)}
      >
        ↓
      </Button>
      <Button
        {...quiet}
        aria-label={`${isOpen ? "Close" : "Edit"} ${name}`}
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : id)}
      >
        {isOpen ? "Close" : "Edit"}
      </Button>
      <Button {...quiet} aria-label={`Remove ${name}`} onClick={() => onRemove(rule, position)}>
        Remove
      </Button>
    </Group>
  );
}
