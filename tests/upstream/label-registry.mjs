/**
 * @typedef {import("./types.ts").StandInLabel} StandInLabel
 * @typedef {import("./types.ts").StandInIssue} StandInIssue
 * @typedef {import("./issue-store.mjs").StoredRepository} StoredRepository
 */

/**
 * A repository's labels: those given, and those that its issues carry.
 * @param {StandInIssue[]} issues
 * @param {StandInLabel[]} [given]
 * @returns {StandInLabel[]}
 */
export function labelsOf(issues, given = []) {
  const labels = [...given];
  for (const label of issues.flatMap((issue) => issue.labels)) labelNamed(labels, label);
  return labels;
}

/**
 * The registered label of this name, which is unique whatever its case; a new one is registered.
 * @param {StandInLabel[]} labels
 * @param {StandInIssue["labels"][number]} wanted
 * @returns {StandInLabel}
 */
export function labelNamed(labels, wanted) {
  const told = typeof wanted === "string" ? { name: wanted } : wanted;
  const name = told.name ?? "";
  const known = labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return known;
  const id = 600_000 + labels.length;
  /** Colours differ from label to label, as they do on GitHub unless people choose one twice. */
  const color = (0x100000 + labels.length * 0x1357).toString(16).slice(-6);
  const label = {
    id,
    node_id: `LABEL_${id}`,
    color,
    description: "",
    default: false,
    ...told,
    name,
  };
  labels.push(label);
  return label;
}

/**
 * As on GitHub, renaming a label touches no issue's `updated_at`, and its events keep the old name.
 * @param {StoredRepository} repository
 * @param {string} from
 * @param {string} to
 */
export function renameLabel(repository, from, to) {
  for (const label of repository.labels) if (label.name === from) label.name = to;
  for (const [old, now] of repository.formerLabels)
    if (now === from) repository.formerLabels.set(old, to);
  repository.formerLabels.set(from, to);
  for (const issue of repository.issues) {
    issue.labels = issue.labels.map((label) => {
      if (label === from) return to;
      return typeof label === "object" && label.name === from ? { ...label, name: to } : label;
    });
  }
}
