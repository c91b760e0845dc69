import { readFileSync } from "node:fs";
import path from "node:path";
import { loadTextModel } from "@/lib/classify/model/text-model";

const file = path.resolve(import.meta.dirname, "../../../../lib/classify/model/weights.bin");

export const shippedBytes: Uint8Array = readFileSync(file);
export const shippedModel = loadTextModel(shippedBytes);
