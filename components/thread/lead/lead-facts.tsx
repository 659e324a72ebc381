"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTriageActions } from "@/components/inbox/use-triage-actions";
import { useMay } from "@/components/inbox/use-may";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import { countryCodes } from "@/lib/domain/country-code";
import type { LeadView, ThreadView } from "@/lib/domain/thread-view";
import type { LeadField } from "@/lib/domain/lead-field";
import { countryName } from "@/components/ui/country-name";
import { CustomFields } from "./custom-fields";
import { EditableFact } from "./editable-fact";
import { useChangeLead } from "./use-change-lead";
import { WebLink } from "./web-link";

const GRID =
  "grid base:grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-x-2 gap-y-0.5 text-12 [&_dd]:min-h-6 [&_dd]:[overflow-wrap:anywhere] [&_dd]:py-1 [&_dd:has(button,input,textarea)]:py-0 [&>dt]:py-1 [&>dt]:text-text-3";

/** What is known of a lead, each fact changed in its place, and where the thread belongs. */
export function LeadFacts({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread.lead");
  const change = useChangeLead(thread.id);
  const { lead } = thread;
  return (
    <>
      <h3 className="mb-1 text-12 text-text-2">{t(lead ? "title" : "stranger")}</h3>
      <dl className={GRID}>
        <Fact name={t("email")}>
          <SoftBreaks text={thread.contact.address} />
        </Fact>
        {lead ? <OwnFacts lead={lead} change={change} /> : null}
        <ThreadFacts thread={thread} />
      </dl>
      {lead ? <CustomFields customFields={lead.customFields} change={change} className={GRID} /> : null}
    </>
  );
}

type Change = ReturnType<typeof useChangeLead>;

const FIELDS: { field: Exclude<LeadField, "country" | "timeZone">; maxLength: number; isLink?: true }[] = [
  { field: "firstName", maxLength: 200 },
  { field: "lastName", maxLength: 200 },
  { field: "company", maxLength: 300 },
  { field: "title", maxLength: 300 },
  { field: "website", maxLength: 500, isLink: true },
  { field: "linkedin", maxLength: 500, isLink: true },
  { field: "phone", maxLength: 100 },
  { field: "location", maxLength: 300 },
];

function OwnFacts({ lead, change }: { lead: LeadView; change: Change }) {
  const t = useTranslations("thread.lead.field");
  const locale = useLocale();
  const nameOf = (code: string) => countryName(code, locale);
  return (
    <>
      {FIELDS.map(({ field, maxLength, isLink }) => (
        <Row key={field} name={t(field)}>
          <EditableFact
            label={t(field)}
            value={lead[field]}
            link={isLink && lead[field] ? <WebLink address={lead[field]} /> : null}
            maxLength={maxLength}
            onSave={(value) => change({ field, value }, t(field))}
          />
        </Row>
      ))}
      <Row name={t("country")}>
        <EditableFact
          label={t("country")}
          value={lead.country ? nameOf(lead.country) : ""}
          maxLength={100}
          choices={() => countryCodes().map(nameOf)}
          onSave={(value) => change({ field: "country", value }, t("country"))}
        />
      </Row>
      <Row name={t("timeZone")}>
        <EditableFact
          label={t("timeZone")}
          value={lead.timeZone ?? ""}
          maxLength={100}
          choices={() => Intl.supportedValuesOf("timeZone")}
          onSave={(value) => change({ field: "timeZone", value }, t("timeZone"))}
        />
      </Row>
    </>
  );
}

/** Where the thread belongs, and whose it is. */
function ThreadFacts({ thread }: { thread: ThreadView }) {
  const t = useTranslations("thread.lead");
  const none = useTranslations("thread");
  const { viewer } = useViewer();
  const { campaign, mailbox, assignee, category } = thread;
  const step = thread.messages.findLast((message) => message.step !== null)?.step ?? null;
  return (
    <>
      <Fact name={t("campaign")}>
        {campaign ? <SoftBreaks text={campaign.isDirect ? t("direct") : campaign.name} /> : null}
      </Fact>
      <Fact name={t("step")}>{step === null ? null : t("stepSent", { step })}</Fact>
      <Choice name={t("state.name")} kind="more" threadId={thread.id} value={t(`state.${stateOf(thread)}`)} />
      <Choice name={t("category")} kind="category" threadId={thread.id} value={category?.name ?? none("noCategory")} />
      <Fact name={t("mailbox")}>
        <span className="inline-flex max-w-full items-center gap-1.5">
          <MailboxSquare colour={mailbox.colour} />
          <span className="min-w-0">
            <SoftBreaks text={mailbox.address} />
          </span>
        </span>
      </Fact>
      <Fact name={t("engine")}>
        {thread.smartlead ? t(thread.smartlead.isPaused ? "smartleadPaused" : "smartlead") : null}
      </Fact>
      <Choice
        name={t("assigned")}
        kind="assignee"
        threadId={thread.id}
        icon={assignee ? <Avatar name={assignee.name} size="sm" /> : null}
        value={assignee ? (assignee.id === viewer.id ? t("you") : assignee.name) : t("nobody")}
      />
    </>
  );
}

/** How the lead stands, the gravest first. */
function stateOf({ lead, isAwaitingAnswer, isArchived }: ThreadView) {
  if (lead?.doNotContactAt) return "doNotContact";
  if (lead?.unsubscribedAt) return "unsubscribed";
  if (lead?.bouncedAt) return "bounced";
  if (isAwaitingAnswer) return isArchived ? "done" : "waiting";
  return isArchived ? "done" : "answered";
}

type ChoiceProps = {
  name: string;
  kind: "more" | "category" | "assignee";
  threadId: number;
  icon?: ReactNode;
  value: string;
};

/** What is chosen from the menu that the thread's head opens too. */
function Choice({ name, kind, threadId, icon, value }: ChoiceProps) {
  const t = useTranslations("thread.lead.edit");
  const triage = useTriageActions();
  if (!useMay("thread.triage")) return <Fact name={name}>{value}</Fact>;
  return (
    <Row name={name}>
      <dd className="flex max-w-full items-center gap-1.5">
        {icon}
        <button
          type="button"
          aria-haspopup="menu"
          aria-label={t("changeFrom", { name, value })}
          onClick={({ currentTarget }) => triage.openMenu(kind, [threadId], currentTarget)}
          className="-mx-1 min-h-6 min-w-0 rounded-1 px-1 text-left [overflow-wrap:anywhere] hover:bg-hover touch:min-h-control-touch"
        >
          <SoftBreaks text={value} />
        </button>
      </dd>
    </Row>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children ? (
    <Row name={name}>
      <dd>{children}</dd>
    </Row>
  ) : null;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      {children}
    </>
  );
}
