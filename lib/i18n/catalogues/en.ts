import access from "@/messages/en/access.json";
import assignment from "@/messages/en/assignment.json";
import audit from "@/messages/en/audit.json";
import auth from "@/messages/en/auth.json";
import campaigns from "@/messages/en/campaigns.json";
import commands from "@/messages/en/commands.json";
import common from "@/messages/en/common.json";
import composer from "@/messages/en/composer.json";
import docs from "@/messages/en/docs.json";
import errors from "@/messages/en/errors.json";
import feed from "@/messages/en/feed.json";
import followUps from "@/messages/en/follow-ups.json";
import health from "@/messages/en/health.json";
import imports from "@/messages/en/import.json";
import inbox from "@/messages/en/inbox.json";
import joining from "@/messages/en/joining.json";
import insights from "@/messages/en/insights.json";
import mailbox from "@/messages/en/mailbox.json";
import notes from "@/messages/en/notes.json";
import notifications from "@/messages/en/notifications.json";
import review from "@/messages/en/review.json";
import sandbox from "@/messages/en/sandbox.json";
import schedule from "@/messages/en/schedule.json";
import search from "@/messages/en/search.json";
import settings from "@/messages/en/settings.json";
import shell from "@/messages/en/shell.json";
import smartlead from "@/messages/en/smartlead.json";
import snooze from "@/messages/en/snooze.json";
import tasks from "@/messages/en/tasks.json";
import templates from "@/messages/en/templates.json";
import thread from "@/messages/en/thread.json";

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
