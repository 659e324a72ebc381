import { useTranslations } from "next-intl";
import { useState } from "react";
import { SafeHtml } from "@/components/composer/safe-html";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { formatParty } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import type { Passage } from "@/lib/domain/review";
import type { ReviewVersion, ReviewView } from "@/lib/domain/review-view";
import { MarkedText } from "./marked-text";
import { ReviewChecks } from "./review-checks";
import { ReviewFiles } from "./review-files";
import { Sends } from "./sends";

const LOOKS = ["changes", "sent", "plain"] as const;
type Look = (typeof LOOKS)[number];

/** The reply itself: to whom, when, and its text with what has changed since the version before. */
export function ReviewDraft({ review, onPassage }: { review: ReviewView; onPassage: (passage: Passage) => void }) {
  const t = useTranslations("review.draft");
  const { words } = useViewer();
  const [look, setLook] = useState<Look>("changes");
  const version = review.versions.at(-1);
  if (!version) return null;
  const before = review.versions.at(-2) ?? null;
  const ofChanges = before
    ? t("changesSince", { number: before.number })
    : t(review.kind === "sample" ? "looks.text" : "looks.changes");
  return (
    <section aria-label={t("label")}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-surface-2 px-4 py-1.5 md:px-6">
        <h3 className="text-13 font-strong">
          {t(review.kind === "sample" ? "ofSample" : "of", { name: version.writtenBy.name })}
        </h3>
        <span className="text-12 text-text-2 tabular-nums">
          {t("version", { number: version.number, time: words.short(version.createdAt) })}
        </span>
        <fieldset aria-label={t("look")} className="ml-auto flex rounded-2 bg-sunken p-0.5">
          {LOOKS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={look === each}
              onClick={() => setLook(each)}
              className={cn(
                "h-6 rounded-1 px-2 text-12 text-text-2 hover:text-text touch:h-10",
                look === each && "bg-surface font-medium text-text shadow-1",
              )}
            >
              {each === "changes" ? ofChanges : t(`looks.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="flex flex-col gap-3 px-4 py-3 md:px-6">
        <Addressed review={review} version={version} before={before} />
        {look === "sent" ? (
          <SafeHtml
            html={version.text.bodyHtml}
            className="max-w-measure text-14 wrap-anywhere [&_ol]:list-decimal [&_ol]:pl-5 [&_p+p]:mt-2 [&_ul]:list-disc [&_ul]:pl-5"
          />
        ) : (
          <MarkedText
            version={version}
            before={look === "changes" ? (before?.plain ?? null) : null}
            comments={review.comments}
            isPlain={look === "plain"}
            onPassage={onPassage}
          />
        )}
        <ReviewFiles version={version} before={before} />
        <FollowUps review={review} />
        <ReviewChecks review={review} />
      </div>
    </section>
  );
}

type OfVersion = { version: ReviewVersion; before: ReviewVersion | null };

function Addressed({ review, version, before }: OfVersion & { review: ReviewView }) {
  const t = useTranslations("review.draft");
  const { to, cc, bcc, subject } = version.text;
  const rows = [
    { name: t("to"), parties: to, former: before?.text.to },
    { name: t("cc"), parties: cc, former: before?.text.cc },
    { name: t("bcc"), parties: bcc, former: before?.text.bcc },
  ].filter(({ parties, former }) => parties.length > 0 || (former ?? []).length > 0);
  return (
    <dl className="grid grid-cols-[4.25rem_1fr] gap-y-1 border-b border-line pb-3 text-13">
      {rows.map(({ name, parties, former }) => (
        <div key={name} className="contents">
          <dt className="text-text-2">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <Parties parties={parties} former={former} />
          </dd>
        </div>
      ))}
      {before && before.text.subject !== subject ? (
        <div className="contents">
          <dt className="text-text-2">{t("subject")}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <del className={DEL}>{before.text.subject}</del> <ins className={INS}>{subject}</ins>
          </dd>
        </div>
      ) : null}
      <dt className="text-text-2">{t(review.kind === "sample" ? "sent" : "sends")}</dt>
      <dd className="min-w-0">
        <Sends review={review} />
      </dd>
    </dl>
  );
}

const INS = "rounded-1 bg-diff-add text-diff-add-text no-underline";
const DEL = "rounded-1 bg-diff-del text-diff-del-text";

function Parties({ parties, former }: { parties: Party[]; former: Party[] | undefined }) {
  const has = (list: Party[], { address }: Party) => list.some((each) => each.address === address);
  const gone = (former ?? []).filter((party) => !has(parties, party));
  return (
    <span className="flex flex-wrap gap-x-2">
      {parties.map((party) =>
        former && !has(former, party) ? (
          <ins key={party.address} className={INS}>
            {formatParty(party)}
          </ins>
        ) : (
          <span key={party.address}>{formatParty(party)}</span>
        ),
      )}
      {gone.map((party) => (
        <del key={party.address} className={DEL}>
          {formatParty(party)}
        </del>
      ))}
    </span>
  );
}

/** What comes along is approved along. */
function FollowUps({ review: { followUps } }: { review: ReviewView }) {
  const t = useTranslations("review.draft");
  const { words } = useViewer();
  if (followUps.length === 0) return null;
  return (
    <section className="border-t border-line pt-3">
      <h3 className="text-12 font-medium text-text-2">{t("followUps")}</h3>
      <ol className="mt-1 flex flex-col gap-2">
        {followUps.map(({ id, at, text }) => (
          <li key={id} className="text-13">
            <span className="text-text-2 tabular-nums">{words.precise(at)}</span>
            <p className="max-w-measure wrap-anywhere whitespace-pre-wrap">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
