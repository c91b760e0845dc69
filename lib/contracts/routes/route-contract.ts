import type { z } from "zod";

/** One call of the public contract. */
export type RouteContract = {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As OpenAPI writes it, `{name}` standing for a path parameter. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  status: 200 | 201 | 202 | 204;
  /** Absent where the answer has no body. */
  answer?: z.ZodType;
  /** Statuses it may refuse with, beside those that every route may. */
  refuses: number[];
  /** Asks neither who is there nor for a turn: it refuses with nothing but its own. */
  isBare?: true;
};
