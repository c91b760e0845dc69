import type { Db } from "@/db/client";
import { type CorrectionRow, readCorrections } from "@/db/queries/corrections";
import { adaptTextModel } from "@/lib/classify/model/adapt";
import { suggestsBy } from "@/lib/classify/model/suggest";
import type { TextModel } from "@/lib/classify/model/text-model";
import type { Suggester } from "@/lib/classify/suggester";
import type { ModelOf, ProductKey } from "./product-classifier";

/** The latest so many are learnt: a model of a thousand is made in a second. */
const mostLearnt = 1_000;
const mostKept = 20;

/**
 * Each product's own model: the shared weights, and what its corrections as of a version change of
 * them. A version never changes, so its model is kept.
 */
export function productModels(shared: TextModel): ModelOf {
  const plain = suggestsBy(shared);
  const kept = new Map<string, Suggester>();
  return async (db, key, learntVersion) => {
    if (learntVersion === 0) return plain;
    const name = `${key.workspaceId} ${key.productId} ${learntVersion}`;
    const known = kept.get(name);
    if (known) return known;
    const corrections = await readLearnable(db, key, learntVersion);
    const model = suggestsBy(adaptTextModel(shared, corrections), shared);
    const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(name, model);
    return model;
  };
}

/** What a product's model learns from as of a version, in the order of learning. */
export function readLearnable(db: Db, key: ProductKey, version: number): Promise<CorrectionRow[]> {
  return readCorrections(db, { ...key, version, limit: mostLearnt });
}
