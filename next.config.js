import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "@node-rs/argon2",
    "nodemailer",
    "imapflow",
    "flydrive",
    "pino",
    "date-holidays",
  ],
  // What is built once, on a machine that is thrown away after, wants no cache.
  experimental: { serverActions: { bodySizeLimit: "8mb" }, turbopackFileSystemCacheForBuild: !process.env.CI },
  // `npm run types` checks them, once and not at every start on somebody's machine.
  typescript: { ignoreBuildErrors: true },
  // A request line of the API carries a key, that of a calendar feed or an invitation its secret.
  logging: {
    incomingRequests: { ignore: [/^\/api\/v1\//, /^\/api\/calendar\//, /^\/invitation\//, /^\/api\/invitations\//] },
  },
  headers: async () => [
    // A font's name has its version in it.
    {
      source: "/fonts/:path*",
      headers: [
        { key: "cache-control", value: "public, max-age=31536000, immutable" },
        { key: "x-content-type-options", value: "nosniff" },
        { key: "cross-origin-resource-policy", value: "same-origin" },
      ],
    },
    // Browsers ask for it again with each thread that is opened.
    { source: "/icon.svg", headers: [{ key: "cache-control", value: "public, max-age=86400" }] },
    { source: "/favicon.ico", headers: [{ key: "cache-control", value: "public, max-age=86400" }] },
  ],
  // Asked for beside what names no icon, such as a message's own page or a file of the API.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
};

// Texts are read when the app is built, so that no browser needs what reads their syntax.
const withTexts = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: { messages: { path: "./messages", format: "json", precompile: true } },
});

export default withTexts(config);
