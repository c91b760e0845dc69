/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Loaded from node_modules at run time: they bring WebAssembly, worker threads or drivers.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "postgres",
    "pg-boss",
    "better-auth",
    "nodemailer",
    "pino",
    "undici",
    "@octokit/rest",
    "@octokit/plugin-retry",
    "@octokit/plugin-throttling",
  ],
  experimental: {
    // `unauthorized()`: the sign-in stands at the address that was asked for.
    authInterrupts: true,
    optimizePackageImports: [
      "@mantine/core",
      "@mantine/form",
      "@mantine/hooks",
      "@mantine/notifications",
    ],
  },
  // `npm run verify` holds the types; a user's first start need not wait for that again.
  typescript: { ignoreBuildErrors: true },
};
