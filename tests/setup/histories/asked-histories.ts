import { z } from "zod";

const askedSchema = z.object({
  seed: z.coerce.number().int().nonnegative().default(1),
  count: z.coerce.number().int().positive(),
});

/** Which seeds to play: those that `npm run test:histories` passes on, else so many from 1 on. */
export function askedHistories(count: number): z.infer<typeof askedSchema> {
  const { HISTORIES_SEED: seed, HISTORIES_COUNT: asked } = process.env;
  return askedSchema.parse({ seed, count: asked ?? count });
}
