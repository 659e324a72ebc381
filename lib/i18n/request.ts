import { getRequestConfig } from "next-intl/server";
import auth from "@/messages/en/auth.json";
import commands from "@/messages/en/commands.json";
import common from "@/messages/en/common.json";
import composer from "@/messages/en/composer.json";
import docs from "@/messages/en/docs.json";
import errors from "@/messages/en/errors.json";
import health from "@/messages/en/health.json";
import imports from "@/messages/en/import.json";
import inbox from "@/messages/en/inbox.json";
import mailbox from "@/messages/en/mailbox.json";
import sandbox from "@/messages/en/sandbox.json";
import search from "@/messages/en/search.json";
import settings from "@/messages/en/settings.json";
import shell from "@/messages/en/shell.json";
import smartlead from "@/messages/en/smartlead.json";
import thread from "@/messages/en/thread.json";

/** Day before month and 24 hours, as the design writes times. */
const LOCALE = "en-GB";
/** All catalogues; a file's name is its namespace. */
const messages = {
  auth,
  commands,
  common,
  composer,
  docs,
  errors,
  health,
  import: imports,
  inbox,
  mailbox,
  sandbox,
  search,
  settings,
  shell,
  smartlead,
  thread,
};

/** One language and no language in the address. The time zone is the member's where a screen gives one, else UTC. */
export default getRequestConfig(async () => ({ locale: LOCALE, timeZone: "UTC", messages }));
