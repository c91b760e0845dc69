import { z } from "zod";

export type Json = Record<string, unknown>;

/** A schema as JSON Schema writes it: what it takes, or what it gives. */
export function jsonSchema(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
