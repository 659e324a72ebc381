"use client";

import { useTranslations } from "next-intl";
import { useMay } from "@/components/inbox/use-may";
import { useViewer } from "@/components/inbox/viewer";
import { Followers } from "@/components/notes/followers";
import { ThreadTasks } from "@/components/tasks/thread-tasks";
import { Avatar } from "@/components/ui/avatar";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import { roleMay } from "@/lib/domain/permissions";
import type { LeadView, OpenThread, ThreadView } from "@/lib/domain/thread-view";
import { threadFilesPath } from "@/lib/url/mail-paths";
import { MessageFiles } from "../files/message-files";
import { NextStepCard } from "../next-step-card";
import { LeadClock } from "./lead-clock";
import { LeadCountry } from "./lead-country";
import { LeadFacts } from "./lead-facts";
import { LeadTimeline } from "./lead-timeline";
import { OtherThreads } from "./other-threads";

/** Who the lead is: name, work and their clock, what happens next, what is known of them, and what happened so far. */
export function LeadPanel({ thread, draft }: OpenThread) {
  const t = useTranslations("thread.lead");
  const mayPlan = useMay("plan.read");
  const { lead, contact } = thread;
  const name = contact.name || contact.address;
  const work = lead ? [lead.title, lead.company].filter(Boolean).join(", ") : contact.address;
  return (
    <>
      <div className="flex flex-col gap-2 p-4">
        <div className="flex items-center gap-3">
          <Avatar name={name} size="xl" />
          <div className="min-w-0">
            <h2 dir="auto" className="truncate text-15 font-strong tracking-tight" title={name}>
              {name}
            </h2>
            <p className="line-clamp-2 text-13 [overflow-wrap:anywhere] text-text-2" title={work}>
              <SoftBreaks text={work} />
            </p>
          </div>
        </div>
        {thread.clock ? <LeadClock clock={thread.clock} /> : null}
        {thread.country ? <LeadCountry country={thread.country} /> : null}
        {lead ? <Warnings lead={lead} /> : <p className="text-12 text-text-2">{t("strangerText", { name })}</p>}
      </div>
      {mayPlan ? (
        <section className="border-t border-line p-4">
          <NextStepCard thread={thread} draft={draft} />
        </section>
      ) : null}
      <TeamSections threadId={thread.id} />
      <section className="border-t border-line p-4">
        <LeadFacts thread={thread} />
      </section>
      <section className="border-t border-line p-4">
        <LeadTimeline threadId={thread.id} />
      </section>
      <ThreadFiles thread={thread} />
      <OtherThreads threadId={thread.id} name={name} company={lead?.company ?? ""} />
    </>
  );
}

/** What the team has to do about the thread, and who follows it; clients are no part of it. */
function TeamSections({ threadId }: { threadId: number }) {
  const { viewer } = useViewer();
  if (!roleMay(viewer.role, "task.write")) return null;
  return (
    <>
      <section className="border-t border-line p-4">
        <ThreadTasks key={threadId} threadId={threadId} />
      </section>
      <section className="border-t border-line p-4">
        <Followers threadId={threadId} />
      </section>
    </>
  );
}

/** All files of the thread, from whichever message; nothing at all when there are none. */
function ThreadFiles({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread.lead");
  const files = thread.messages.flatMap(({ attachments }) => attachments.filter(({ isInline }) => !isInline));
  const remoteFiles = thread.messages.flatMap((message) => message.remoteFiles);
  if (files.length + remoteFiles.length === 0) return null;
  return (
    <section className="border-t border-line p-4">
      <h3 className="text-12 text-text-2">{t("files")}</h3>
      <MessageFiles allPath={threadFilesPath(thread.id)} files={files} remoteFiles={remoteFiles} />
    </section>
  );
}

function Warnings({ lead }: { lead: LeadView }) {
  const t = useTranslations("thread.lead");
  const { words } = useViewer();
  const dates = { unsubscribed: lead.unsubscribedAt, doNotContact: lead.doNotContactAt, bounced: lead.bouncedAt };
  return (["unsubscribed", "doNotContact", "bounced"] as const).map((name) => {
    const at = dates[name];
    return at ? (
      <p key={name} className="text-12 font-medium text-bad">
        {t(name, { date: words.short(at) })}
      </p>
    ) : null;
  });
}
