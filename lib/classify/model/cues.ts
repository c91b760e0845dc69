/**
 * Groups of words that mean one thing in every repository, each counted as one feature of the title
 * and one of the body: what a repository of its own words still shares with the others.
 */
export const cues: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "bug",
    /\b(?:bugs?|broken|breaks?|broke|fails?|failed|failing|failure|errors?|crash(?:es|ed|ing)?|exceptions?|incorrect(?:ly)?|wrong(?:ly)?|invalid|unexpected(?:ly)?|regression|issue with|problem with|doesn'?t work|does not work|not working|no longer|stopped working|won'?t|can'?t|cannot|unable to|fix(?:es|ed)?|leaks?|hangs?|hung|freez(?:e|es|ing)|stuck|deadlocks?|race condition|overflow|npe|null ?pointer|segfault|panic|corrupt(?:s|ed|ion)?|missing|disappears?|flicker(?:s|ing)?|glitch|ignored|ignores|truncated|undefined|not (?:being )?(?:shown|showing|displayed|updated|found|called|fired|respected|recognized|rendered|triggered|loaded|loading|set|saved|applied|visible|responding))\b/i,
  ],
  [
    "neg",
    /\b(?:not|n't|never|no|nothing|without|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|wasn'?t)\b/i,
  ],
  [
    "want",
    /\b(?:feature request|feature suggestion|enhancement|would be (?:nice|great|useful|good|helpful|cool|awesome|handy)|it'?d be (?:nice|great|good)|i(?:'d| would) (?:like|love)|we(?:'d| would) (?:like|love)|please add|wish|suggest(?:ion|ed)?|propos(?:al|e)|request(?:ing)?|idea|could (?:you|we)|should (?:be able|allow|support|have|provide)|ability to|able to|option to|option for|allow(?:s|ing)?|enable|support(?:s|ing)? for|add(?:ing)? (?:a |an )?(?:support|option|ability|feature|new)|as a user|use ?case|so that|feature|consider|more flexible|configurable|customi[sz]\w+)\b/i,
  ],
  [
    "addverb",
    /^(?:\[[^\]]*\]\s*|[\w .-]{2,20}:\s+)*(?:add|adds|added|adding|allow|allows|support|supports|implement|implements|introduce|provide|enable|create|make|expose|extend|include|offer|let|ability|option|feature|new|more|show|display|use|integrate|integration|improve|enhance|better|build|expand|ship|wire)\b/i,
  ],
  [
    "fixverb",
    /^(?:\[[^\]]*\]\s*|[\w .-]{2,20}:\s+)*(?:fix|fixes|fixed|fixing|correct|resolve|prevent|avoid|handle|ensure|restore|repair|patch|don'?t|do not|stop|guard|revert|bug|error|crash|exception)\b/i,
  ],
  [
    "docs",
    /\b(?:docs?|documentation|readme|typos?|changelog|comments?|spelling|grammar|jsdoc|javadoc|guides?|tutorial|wiki|contributing)\b/i,
  ],
  [
    "test",
    /\b(?:tests?|testing|coverage|specs?|e2e|unit|fixtures?|mocks?|snapshot|benchmarks?|vitest|jest|playwright|cypress|junit)\b/i,
  ],
  [
    "ci",
    /\b(?:ci|cd|github actions?|workflows?|pipeline|travis|jenkins|circleci|lint(?:er|ing)?|eslint|prettier|biome|docker(?:file)?|makefile|webpack|release|publish|build|version|yarn|pnpm|npm|lockfile|license|nightly)\b/i,
  ],
  [
    "deps",
    /\b(?:bump|upgrade|update)\b.*\b(?:to|from|dependenc\w+|deps|versions?|v?\d+\.\d+\S*)\b|\b(?:dependenc(?:y|ies)|deps|renovate|dependabot)\b/i,
  ],
  [
    "refactor",
    /\b(?:refactor\w*|re-?factor\w*|rewrit(?:e|es|ing|ten)|rewrote|re-?implement\w*|restructur\w*|re-?architect\w*|re-?organi[sz]\w*|re-?design\w*|re-?work\w*|moderni[sz]\w*|modulari[sz]\w*|overhaul\w*|decoupl\w*|extract(?:s|ed|ing)?|split(?:s|ting)?|consolidat\w*|unif(?:y|ies|ied)|rename[sd]?|renaming|mov(?:e|es|ed|ing)|inline[sd]?|simplif\w*|abstract(?:ed|ion)?|generali[sz]\w*|dedup\w*|reuse|encapsulat\w*|convert(?:s|ed|ing)?)\b/i,
  ],
  [
    "migrate",
    /\b(?:migrat\w*|port(?:s|ed|ing)? (?:to|from|the|\w+ to)|switch(?:ed|ing)? (?:from|to|over)|move(?:d|s)? (?:from|to|away)|replac\w*|transition(?:ing)? to|convert(?:ed|ing)? (?:to|from|\w+ to)|swap(?:ped)?|adopt(?:ing)?|instead of|in favou?r of)\b/i,
  ],
  [
    "debt",
    /\b(?:tech(?:nical)?[ -]?debts?|clean(?:s|ed|ing)?[ -]?ups?|clean up|cleanup|tidy\w*|code smells?|smells?|hack(?:s|y)?|workarounds?|kludge|todos?|fixmes?|xxx|temporary|legacy|obsolete|dead code|unused|unneeded|unnecessary|redundant|duplicat(?:e|ed|ion)|boilerplate|deprecat\w*|flak(?:y|iness|e)|intermittent(?:ly)?|brittle|magic numbers?|hard-?coded|spaghetti|sonar\w*|checkstyle|lint warnings?|compiler warnings?|get rid of|leftovers?|stale|outdated|god class|too (?:long|complex|large)|poorly|ugly|messy|readab\w+|maintainab\w+)\b/i,
  ],
  [
    "remove",
    /\b(?:remov(?:e|es|ed|ing|al)|delet(?:e|es|ed|ing)|drop(?:s|ped|ping)?|get rid|strip(?:ped)?|prune|eliminate|purge|retire)\b/i,
  ],
  [
    "removeold",
    /\b(?:remov\w+|delet\w+|drop\w*|get rid of|clean\w*|eliminat\w+|prun\w+|retir\w+|kill)\b.{0,60}\b(?:unused|dead|deprecated|obsolete|legacy|old|redundant|duplicat\w+|unnecessary|unneeded|stale|leftover|hack\w*|workaround\w*|todo\w*|warning\w*|code|imports?|temporary)\b/i,
  ],
  [
    "perf",
    /\b(?:perf(?:ormance)?|slow(?:er|ly|ness)?|speed ?up|faster|optimi[sz]\w*|latency|memory|cach(?:e|ing)|efficient\w*)\b/i,
  ],
  ["sec", /\b(?:security|vulnerab\w+|cve(?:-\d+)?|xss|csrf|injection|sanitiz\w+)\b/i],
  ["q", /\?\s*$|^(?:how|why|what|where|is|are|can|does|do|should|when|which)\b/i],
  [
    "repro",
    /\b(?:steps? to reproduce|reproduc\w+|repro|actual (?:results?|behaviou?r)|expected (?:results?|behaviou?r)|to reproduce|minimal example|stack ?trace|current behaviou?r)\b/i,
  ],
  [
    "fr",
    /\b(?:is your feature request|describe the solution|alternatives you'?ve considered|what problem does this|proposed api|motivation|use case|user story|acceptance criteria|as an? [\w ]{2,30},? i (?:want|need|would))\b/i,
  ],
  ["should", /\b(?:should|shouldn'?t|must|needs? to|ought)\b/i],
  ["when", /\b(?:when|after|while|if|on|with|since|upon)\b/i],
  [
    "env",
    /\b(?:os version|operating system|environment|app version|device|android version|ios version|browser|windows 1?\d|macos|ubuntu|firefox|chrome|safari|galaxy|nexus|pixel|node version|sdk)\b/i,
  ],
  [
    "thx",
    /\b(?:thanks?|thank you|cheers|great (?:app|work|project)|love (?:this|the|your)|awesome)\b/i,
  ],
  ["hyp", /\b(?:would|could|might|maybe|perhaps|possible|possibly|ideally)\b/i],
  [
    "past",
    /\b(?:used to|worked (?:fine|before)|previously|after (?:the )?(?:update|upgrad\w+)|since (?:the )?(?:update|upgrad\w+|version)|latest version|as of)\b/i,
  ],
];
