import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg", "pg-boss", "@node-rs/argon2", "nodemailer", "imapflow", "flydrive", "pino"],
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
