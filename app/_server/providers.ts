import { getRuntime } from "./runtime";

/** The ways to sign in elsewhere that are set up. */
export async function getProviders(): Promise<{ github: boolean; oidc: boolean }> {
  const { world } = await getRuntime();
  return world.identity?.providers ?? { github: false, oidc: false };
}
