import type { z } from "zod";
import type { numbersFormat } from "@/lib/contracts/common";
import { fileHeaders } from "./file-headers";

type NumbersFile<Answer> = {
  /** Without its ending. */
  name: string;
  csv: (answer: Answer) => string;
};

/** The numbers of a chart in the format that was asked for: to be read, or as a file. */
export function numbersAnswer<Answer>(
  answer: Answer,
  format: z.output<typeof numbersFormat>,
  { name, csv }: NumbersFile<Answer>,
): Response {
  if (format === "json") return Response.json(answer);
  return new Response(csv(answer), { headers: fileHeaders(`${name}.csv`, format) });
}
