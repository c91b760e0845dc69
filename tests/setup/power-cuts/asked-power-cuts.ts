import { z } from "zod";

const askedSchema = z.object({
  seed: z.coerce.number().int().nonnegative().default(1),
  count: z.coerce.number().int().positive(),
});

/** How many cuts from which seed: as `npm run test:power-cuts` passes on, else so many from 1 on. */
export function askedPowerCuts(count: number): z.infer<typeof askedSchema> {
  const { POWER_CUTS_SEED: seed, POWER_CUTS_COUNT: asked } = process.env;
  return askedSchema.parse({ seed, count: asked ?? count });
}
