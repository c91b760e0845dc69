export const localModeWords = "Local mode: no login; only this machine can reach it.";
