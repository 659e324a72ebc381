import access from "@/messages/de/access.json";
import assignment from "@/messages/de/assignment.json";
import audit from "@/messages/de/audit.json";
import auth from "@/messages/de/auth.json";
import campaigns from "@/messages/de/campaigns.json";
import commands from "@/messages/de/commands.json";
import common from "@/messages/de/common.json";
import composer from "@/messages/de/composer.json";
import docs from "@/messages/de/docs.json";
import errors from "@/messages/de/errors.json";
import feed from "@/messages/de/feed.json";
import followUps from "@/messages/de/follow-ups.json";
import health from "@/messages/de/health.json";
import imports from "@/messages/de/import.json";
import inbox from "@/messages/de/inbox.json";
import joining from "@/messages/de/joining.json";
import insights from "@/messages/de/insights.json";
import mailbox from "@/messages/de/mailbox.json";
import notes from "@/messages/de/notes.json";
import notifications from "@/messages/de/notifications.json";
import review from "@/messages/de/review.json";
import sandbox from "@/messages/de/sandbox.json";
import schedule from "@/messages/de/schedule.json";
import search from "@/messages/de/search.json";
import settings from "@/messages/de/settings.json";
import shell from "@/messages/de/shell.json";
import smartlead from "@/messages/de/smartlead.json";
import snooze from "@/messages/de/snooze.json";
import tasks from "@/messages/de/tasks.json";
import templates from "@/messages/de/templates.json";
import thread from "@/messages/de/thread.json";

export const messages = {
  access,
  assignment,
  audit,
  auth,
  campaigns,
  commands,
  common,
  composer,
  docs,
  errors,
  feed,
  "follow-ups": followUps,
  health,
  import: imports,
  inbox,
  joining,
  insights,
  mailbox,
  notes,
  notifications,
  review,
  sandbox,
  schedule,
  search,
  settings,
  shell,
  smartlead,
  snooze,
  tasks,
  templates,
  thread,
};
