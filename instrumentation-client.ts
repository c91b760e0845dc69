/**
 * Where Zod keeps its settings. It writes functions for itself where it may: the page's policy forbids
 * that, and asking counts as trying. Importing Zod here to say so would add 5 KB to every page.
 */
const holder = globalThis as { __zod_globalConfig?: { jitless: boolean } };

holder.__zod_globalConfig = { jitless: true };
