import { z } from "zod";
import type { Calibration } from "./calibration";
import { slotBits } from "./hash";
import { outputCount } from "./outputs";

/** What `npm run train` writes: the shared weights and how to read their margins. */
export type ModelWeights = {
  biases: readonly number[];
  calibration: { withBody: Calibration; titleOnly: Calibration };
  /** From this confidence on, nine answers of ten were right on unseen repositories. */
  threshold: number;
  /** The largest weight of each output. */
  scales: readonly number[];
  /** Ascending. */
  slots: Int32Array;
  /** One row of outputs a slot. */
  codes: Int8Array;
};

const lineSchema = z.object({ slope: z.number(), offset: z.number() });
const calibrationSchema = z.object({
  feature: lineSchema,
  rewrite: lineSchema,
  techDebt: lineSchema,
});
const headerSchema = z.object({
  format: z.literal("backlog-balance text model 1"),
  slotBits: z.literal(slotBits),
  biases: z.array(z.number()).length(outputCount),
  calibration: z.object({ withBody: calibrationSchema, titleOnly: calibrationSchema }),
  threshold: z.number(),
  scales: z.array(z.number()).length(outputCount),
  rows: z.int().min(0),
});

/**
 * One line of JSON, then the gaps between slots as variable-length numbers (seven bits a byte, low
 * ones first), then the codes, output by output.
 */
export function encodeWeights({ slots, codes, ...rest }: ModelWeights): Uint8Array {
  const header = headerSchema.parse({
    format: "backlog-balance text model 1",
    slotBits,
    ...rest,
    rows: slots.length,
  });
  const bytes = [...new TextEncoder().encode(`${JSON.stringify(header)}\n`)];
  let before = 0;
  for (const slot of slots) {
    let gap = slot - before;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap);
    before = slot;
  }
  for (let output = 0; output < outputCount; output += 1) {
    for (let row = 0; row < slots.length; row += 1) {
      bytes.push((codes[row * outputCount + output] ?? 0) & 255);
    }
  }
  return Uint8Array.from(bytes);
}

/** Reads {@link encodeWeights}' bytes. Errors: a `TypeError` where they are not such a file. */
export function decodeWeights(bytes: Uint8Array): ModelWeights {
  const endOfHeader = bytes.indexOf(10);
  const header = readHeader(bytes.subarray(0, Math.max(0, endOfHeader)));
  const slots = new Int32Array(header.rows);
  let at = endOfHeader + 1;
  let slot = 0;
  for (let row = 0; row < header.rows; row += 1) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      slot += (byte & 127) << shift;
      if (byte < 128) break;
    }
    slots[row] = slot;
  }
  if (bytes.length !== at + header.rows * outputCount) throw new TypeError(notWeights);
  const codes = new Int8Array(header.rows * outputCount);
  for (let output = 0; output < outputCount; output += 1) {
    for (let row = 0; row < header.rows; row += 1) {
      codes[row * outputCount + output] = bytes[at] ?? 0;
      at += 1;
    }
  }
  const { biases, calibration, threshold, scales } = header;
  return { biases, calibration, threshold, scales, slots, codes };
}

const notWeights = "These are not the weights of this version's text model.";

function readHeader(line: Uint8Array) {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(line)));
  } catch (cause) {
    throw new TypeError(notWeights, { cause });
  }
}

/**
 * What a code stands for, by output and code: squares of even steps, since most weights are small
 * and their differences matter.
 */
export function levelsOf(scales: readonly number[]): Float64Array {
  const levels = new Float64Array(outputCount * 256);
  scales.forEach((scale, output) => {
    for (let code = -127; code <= 127; code += 1) {
      levels[output * 256 + code + 128] = (Math.sign(code) * code * code * scale) / 16_129;
    }
  });
  return levels;
}

/** The code nearest to a weight. */
export function codeOf(weight: number, scale: number): number {
  if (scale === 0) return 0;
  return Math.sign(weight) * Math.min(127, Math.round(127 * Math.sqrt(Math.abs(weight) / scale)));
}
