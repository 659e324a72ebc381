import { CalendarCheck, CalendarDays, CalendarX, type LucideIcon, MapPin, Repeat, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { type InvitationView, repetitionOf } from "@/lib/domain/invitation";
import { nameOf } from "./people-words";
import { useMeetingTime } from "./use-meeting-time";
import type { Surroundings } from "./use-surroundings";

type CardProps = {
  invitation: InvitationView;
  around: Pick<Surroundings, "clock">;
  /** How it is answered. */
  children?: ReactNode;
};

/** A meeting above the text that came with it: what, when on both clocks, where and who, and whether it still stands. */
export function InvitationCard({ invitation, around, children }: CardProps) {
  const t = useTranslations("thread.invitation");
  const titleId = useId();
  const { title, isCancelled, isChanged, location, repeats } = invitation;
  const when = useMeetingTime(invitation, around.clock);
  const series = repetitionOf(repeats);
  const state = useStateWords(invitation);
  const Icon = isCancelled ? CalendarX : invitation.method === "reply" ? CalendarCheck : CalendarDays;
  return (
    <section
      aria-labelledby={titleId}
      data-invitation={invitation.method}
      className="mb-2 flex max-w-full gap-2.5 rounded-2 border border-line bg-surface-2 px-3 py-2.5 text-12"
    >
      <Icon
        aria-hidden
        className={cn("mt-0.5 size-[15px] shrink-0 stroke-[1.75]", isCancelled ? "text-bad" : "text-text-2")}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1 [overflow-wrap:anywhere]">
        <p className={isCancelled ? "font-strong text-bad" : "text-text-2"}>{state}</p>
        <h3 id={titleId} className={cn("text-13 font-strong", isCancelled && "line-through")}>
          <bdi>{title || t("noTitle")}</bdi>
        </h3>
        {when ? (
          <p title={when.exact} suppressHydrationWarning className="tabular-nums">
            {when.first}
            {when.second ? <span className="text-text-2"> · {when.second}</span> : null}
          </p>
        ) : (
          <p className="text-text-2">{t("noTime")}</p>
        )}
        {isChanged && !isCancelled ? <p className="font-medium text-warn">{t("changed")}</p> : null}
        {series ? <Line icon={Repeat}>{t(`every.${series.every}`, { count: series.count })}</Line> : null}
        {repeats && !series ? <Line icon={Repeat}>{t("repeats")}</Line> : null}
        {location ? (
          <Line icon={MapPin} label={t("where")}>
            {location}
          </Line>
        ) : null}
        <People invitation={invitation} />
        {children}
      </div>
    </section>
  );
}

/** What the calendar part is for: "Ana Berg accepted", "Meeting called off". */
function useStateWords({ method, isCancelled, attendees, organiser }: InvitationView): string {
  const t = useTranslations("thread.invitation");
  const [answering] = attendees;
  if (method === "reply" && answering) return t(`answered.${answering.answer}`, { name: nameOf(answering) });
  if (isCancelled) return t("cancelled");
  return organiser ? t(`state.${method}By`, { name: nameOf(organiser) }) : t(`state.${method}`);
}

const MOST_PEOPLE = 6;

/** Who is invited, and what each has answered. */
function People({ invitation: { method, attendees } }: { invitation: InvitationView }) {
  const t = useTranslations("thread.invitation");
  if (method === "reply" || attendees.length === 0) return null;
  const shown = attendees.slice(0, MOST_PEOPLE);
  return (
    <div className="flex gap-1.5 text-text-2">
      <UsersRound aria-hidden className="mt-0.5 size-3 shrink-0 stroke-[1.75]" />
      <ul aria-label={t("who")} className="flex min-w-0 flex-wrap gap-x-3">
        {shown.map((person, index) => (
          <li key={`${index}${person.address}`} title={person.address}>
            <bdi className="text-text">{nameOf(person)}</bdi> {t(`answer.${person.answer}`)}
          </li>
        ))}
        {attendees.length > MOST_PEOPLE ? <li>{t("more", { count: attendees.length - MOST_PEOPLE })}</li> : null}
      </ul>
    </div>
  );
}

function Line({ icon: Icon, label, children }: { icon: LucideIcon; label?: string; children: ReactNode }) {
  return (
    <p className="flex gap-1.5 text-text-2">
      <Icon aria-hidden className="mt-0.5 size-3 shrink-0 stroke-[1.75]" />
      <span className="min-w-0">
        {label ? <span className="sr-only">{label} </span> : null}
        {children}
      </span>
    </p>
  );
}
