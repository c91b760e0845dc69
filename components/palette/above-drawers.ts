import { getDefaultZIndex } from "@mantine/core";

/** Where the palette and the keys lie: they are asked for wherever one is, over whatever is open. */
export const aboveDrawers = getDefaultZIndex("modal") + 1;
