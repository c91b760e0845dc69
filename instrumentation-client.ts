import { config } from "zod";

// Zod writes functions for itself where it may; the page's policy forbids that, and asking counts.
config({ jitless: true });
