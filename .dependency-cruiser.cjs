// Who may import whom. The table stands in ARCHITECTURE.md; a folder may always import itself.
const rooms = {
  "lib/domain": [],
  "lib/core": ["lib/domain"],
  "lib/url": ["lib/domain"],
  "lib/db": ["lib/domain", "lib/core"],
  "lib/storage": ["lib/domain", "lib/core"],
  "lib/realtime": ["lib/domain", "lib/core", "lib/db"],
  "lib/mail": ["lib/domain", "lib/core"],
  "lib/smartlead": ["lib/domain", "lib/core"],
  "lib/jobs": ["lib/domain", "lib/core", "lib/db"],
  "lib/services": [
    "lib/domain",
    "lib/core",
    "lib/db",
    "lib/jobs",
    "lib/storage",
    "lib/realtime",
    "lib/mail/mime",
    "PURE_SMARTLEAD",
  ],
  "lib/auth": ["lib/domain", "lib/core", "lib/db", "lib/services", "lib/url", "lib/realtime"],
  "lib/api": ["lib/domain", "lib/core", "lib/db", "lib/services", "lib/url"],
  "lib/actions": ["lib/domain", "lib/core", "lib/db/client", "lib/auth", "lib/services", "lib/url"],
  "lib/worker": [
    "lib/domain",
    "lib/core",
    "lib/db",
    "lib/jobs",
    "lib/storage",
    "lib/realtime",
    "lib/mail",
    "lib/smartlead",
    "lib/services",
    "lib/sandbox",
  ],
  "lib/sandbox": [
    "lib/domain",
    "lib/core",
    "lib/db",
    "lib/jobs",
    "lib/storage",
    "lib/realtime",
    "lib/mail",
    "lib/services",
  ],
  "lib/start": ["lib/domain", "lib/core", "lib/db", "lib/jobs", "lib/services", "lib/sandbox", "lib/worker"],
  "lib/i18n": ["lib/domain", "lib/core", "lib/auth", "messages"],
  "lib/queries": ["lib/domain", "lib/url", "lib/actions", "SCHEMAS"],
  "components/ui": [],
  components: ["components", "lib/domain", "lib/url", "lib/queries", "lib/actions", "SCHEMAS", "messages"],
  app: [
    "components",
    "lib/domain",
    "lib/core",
    "lib/db/client",
    "lib/url",
    "lib/queries",
    "lib/actions",
    "lib/services",
    "lib/auth",
    "lib/api",
    "lib/i18n",
    "lib/realtime",
    "messages",
  ],
};
const SCHEMAS = "lib/services/.*schemas";
/** What of Smartlead calls nobody. */
const PURE_SMARTLEAD = "lib/smartlead/(smartlead-api|webhook|raw-message|read-json|lead-profile|remote-files)\\.ts";
const ALIASES = { SCHEMAS, PURE_SMARTLEAD };
const TESTS = "\\.test\\.tsx?$|^lib/testing/|^e2e/|^bin/";

const closed = Object.entries(rooms).map(([room, may]) => ({
  name: `from ${room}`,
  severity: "error",
  from: {
    path: `^${room}/`,
    pathNot: [TESTS, ...(room === "components" ? ["^components/ui/"] : [])].join("|"),
  },
  to: {
    path: "^(lib|components|app|e2e|bin|messages)/",
    pathNot: `^(${[room, ...may].map((name) => ALIASES[name] ?? name).join("|")})`,
  },
}));

const only = (name, libraries, folders) => ({
  name,
  severity: "error",
  from: { path: "^(lib|components|app)/", pathNot: `^(${folders.join("|")})|${TESTS}` },
  to: { path: `node_modules/(${libraries.join("|")})/` },
});

module.exports = {
  forbidden: [
    ...closed,
    { name: "no cycles", severity: "error", from: { pathNot: "node_modules" }, to: { circular: true } },
    {
      name: "nothing unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only)$" },
    },
    only(
      "drizzle only where data is",
      ["drizzle-orm"],
      ["lib/db", "lib/services", "lib/jobs", "lib/realtime", "lib/worker", "lib/sandbox", "lib/start"],
    ),
    // Years of the whole world's holidays are no matter for a browser.
    only("date-holidays only in services/holidays", ["date-holidays"], ["lib/services/holidays"]),
    only("imapflow only in mail/imap", ["imapflow"], ["lib/mail/imap"]),
    only("nodemailer only where mail is written", ["nodemailer"], ["lib/mail", "lib/smartlead/raw-message"]),
    only(
      "next and react nowhere below auth",
      ["next", "react", "next-auth", "next-intl"],
      ["lib/auth", "lib/api", "lib/actions", "lib/queries", "lib/i18n", "components", "app"],
    ),
    {
      name: "schemas import only zod and domain",
      severity: "error",
      from: { path: `^${SCHEMAS}\\.ts$` },
      to: { pathNot: `^(lib/domain/|node_modules/zod/|${SCHEMAS})` },
    },
    {
      name: "only tests import testing",
      severity: "error",
      from: { path: "^(lib|components|app)/", pathNot: TESTS },
      to: { path: "^(lib/testing|e2e)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
