import type { Decision, Override } from "@/lib/domain/classification";

/** A person decided. The evidence is their reason, or their name where they gave none. */
export function classifyByOverride({ category, kind, reason, actor, at }: Override): Decision {
  return {
    category,
    kind,
    because: "override",
    confidence: 1,
    evidence: [{ field: "person", value: reason ?? actor, at: at.toISOString() }],
  };
}
