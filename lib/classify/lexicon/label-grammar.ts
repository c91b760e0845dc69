/**
 * The words around a phrase in a label: `kind/bug`, `status: duplicate`, `area: docs`,
 * `critical bug`, `needs docs`. Written in lower case and without separators.
 */

/** What stands before `/` or `:` to announce a type. Any single letter does too (`C-cleanup`). */
export const typeNamespaces = new Set([
  ...["kind", "type", "types", "category", "cat", "class", "issue", "issuetype", "itype", "typ"],
  ...["tp", "tag", "label", "is", "what", "work", "activity", "nature", "note", "tt"],
  ...["triage", "triaged", "verdict", "flag", "keyword", "general", "meta", "sf", "fn", "rr"],
  ...["分类", "类型", "種類", "タイプ", "종류", "유형", "тип", "tipo"],
]);

/** Says how an item stands; after it only the words for "this is not work" are believed. */
export const statusNamespaces = new Set([
  ...["status", "stat", "state", "resolution", "res", "reso", "resolve", "resolved", "reason"],
  ...["closed", "close", "closedas", "response", "reviewed", "process", "sys", "rejectionreason"],
  ...["closereason", "reasonclosed", "inactive", "solution", "sev", "xclose", "was"],
]);

/** Names a part of the product; after it only what no product has as a part is believed, weakly. */
export const areaNamespaces = new Set([
  ...["area", "areas", "component", "components", "comp", "module", "mod", "topic", "scope"],
  ...["domain", "subject", "aspect", "context", "content", "focus", "group", "team", "project"],
  ...["package", "pkg", "subsystem", "section", "theme", "related", "goal", "goals"],
]);

/** Says something that is never a type. */
export const silentNamespaces = new Set([
  ...["priority", "prio", "pri", "severity", "importance", "impact", "platform", "os", "env"],
  ...["version", "milestone", "lang", "language", "browser", "effort", "size", "difficulty"],
  ...["blocked", "blockedby", "blockedon", "on", "waiting", "pending", "help", "event", "branch"],
]);

/** With one of these a label speaks of what is missing or awaited, not of what the item is. */
export const awaitingWords = new Set([
  ...["need", "needs", "needed", "needing", "require", "requires", "waiting", "wait", "awaiting"],
  ...["pending", "blocked", "blocking", "depends", "todo", "has", "hasnt", "contains", "affects"],
  ...["missing", "required", "ready", "done", "answered", "backlog", "freeze", "no", "untriaged"],
]);

export const negationWords = new Set(["not", "no", "non", "isnt", "never", "without"]);

/** Words that leave the type as it is: "critical bug", "user feature request", "bug (confirmed)". */
export const qualifiers = new Set([
  ...["critical", "major", "minor", "trivial", "serious", "severe", "significant", "important"],
  ...["high", "medium", "low", "small", "big", "large", "tiny", "simple", "easy", "priority"],
  ...["confirmed", "unconfirmed", "verified", "unverified", "known", "possible", "potential"],
  ...["probable", "reproducible", "reproduced", "unreproduced", "accepted", "planned", "proposed"],
  ...["open", "new", "old", "legacy", "future", "internal", "external", "upstream", "downstream"],
  ...["community", "user", "customer", "report", "reports", "request"],
  ...["item", "issue", "issues", "task", "tasks", "ticket", "work", "good", "first", "annoying"],
  ...["a", "an", "the", "is", "its", "it", "some", "this", "for", "code", "candidate", "d"],
  ...["blocker", "showstopper", "edge", "case"],
]);

/** Parts that most products have: "api bug" is a bug, but "feature: api" names a part. */
export const commonParts = new Set([
  ...["ui", "ux", "gui", "api", "cli", "sdk", "backend", "frontend", "server", "client", "web"],
  ...["mobile", "desktop", "database", "db", "style", "visual", "general", "core", "common"],
  ...["other", "misc", "basic"],
]);

/** These end a label that is about them whatever stands before: "firefox bug", "css cleanup". */
export const tailPhrases = new Set([
  ...["bug", "bugs", "defect", "defects", "regression", "enhancement", "enhancements"],
  ...["improvement", "improvements", "featurerequest", "featurerequests", "refactor"],
  ...["refactoring", "refactorings", "cleanup", "techdebt", "technicaldebt", "question"],
  ...["questions"],
]);

/** These open a label that is about them when a mark follows: "bug: audio", "docs/providers". */
export const headPhrases = new Set([
  ...tailPhrases,
  ...["documentation", "docs", "doc", "discussion", "crash", "newfeature", "typebug"],
]);

/** "bug in dependency", "bug on master". */
export const prepositions = new Set(["in", "on", "with", "from", "by", "of"]);
