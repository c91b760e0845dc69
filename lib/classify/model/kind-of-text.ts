import type { BalanceCategory } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";

/**
 * The finer word for what the model decided, where the title says it; null where it does not. The
 * first that matches, so what is narrower comes first. Each kind's default category is the key.
 */
const signs: Record<BalanceCategory, readonly (readonly [Kind, RegExp])[]> = {
  feature: [
    ["enhancement", /\b(?:improv\w*|enhanc\w*|better|more|extend\w*|faster)\b/i],
    ["new_feature", /\b(?:add\w*|new|support\w*|implement\w*|introduc\w*|allow\w*|creat\w*)\b/i],
  ],
  maintenance: [
    ["security", /\b(?:security|vulnerab\w+|cve-\d+|xss|csrf)\b/i],
    ["dependency", /\b(?:bump|dependenc(?:y|ies)|deps|(?:upgrade|update) .{1,60} to v?\d)\b/i],
    ["documentation", /\b(?:docs?|documentation|readme|changelog|typos?)\b/i],
    ["test", /\b(?:tests?|test coverage|e2e)\b/i],
    ["build", /\b(?:ci|github actions?|workflows?|pipeline|lint|docker\w*|release build)\b/i],
    ["performance", /\b(?:performance|slow(?:er|ly)?|latency|speed up)\b/i],
    ["bug", /\b(?:bug|fix\w*|crash\w*|errors?|exception|fail\w*|broken|wrong|not work\w*)\b/i],
  ],
  rewrite: [
    ["migration", /\b(?:migrat\w*|port(?:ing)?|upgrad\w+|(?:switch|move|convert)\w* .{0,40}to)\b/i],
    ["reimplementation", /\b(?:rewrit\w*|re-?implement\w*)\b/i],
    [
      "refactor",
      /\b(?:re-?factor\w*|restructur\w*|extract\w*|split|simplif\w*|renam\w*|mov\w+)\b/i,
    ],
  ],
  tech_debt: [
    ["flaky_test", /\bflak(?:y|iness|es)\b/i],
    ["deprecation", /\bdeprecat\w*\b/i],
    ["cleanup", /\b(?:clean\w*|unused|dead code|remov\w*|tidy\w*)\b/i],
    ["debt", /\b(?:debt|hack\w*|workaround|todo|fixme)\b/i],
  ],
};

export function kindOfText(category: BalanceCategory, title: string): Kind | null {
  const head = title.slice(0, 300);
  return signs[category].find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}
