import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { PreviewedReply } from "@/lib/services/replies/schemas";
import { clockWords } from "./clock-words";
import { fileSize } from "./file-size";
import { PartyLine } from "@/components/thread/party-line";

export type ShownFile = PreviewedReply["files"][number];

/** Who writes to whom, about what and when, and what hangs below it: read from the composed message itself. */
export function PreviewHead({ reply, timeZone, locale }: { reply: PreviewedReply; timeZone: string; locale: string }) {
  const t = useTranslations("composer.preview");
  const { from, to, cc, bcc, subject, time, isScheduled, files } = reply;
  const people = { from: [from], to, cc, bcc };
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 rounded-2 bg-surface-2 px-3 py-2 text-12 [&_dd]:[overflow-wrap:anywhere] [&_dt]:text-text-3">
      {(["from", "to", "cc", "bcc"] as const).map((name) =>
        people[name].length > 0 ? (
          <PartyLine key={name} name={t(name)} parties={people[name]} />
        ) : name === "to" ? (
          <Fragment key={name}>
            <dt>{t("to")}</dt>
            <dd className="text-text-2">{t("nobodyYet")}</dd>
          </Fragment>
        ) : null,
      )}
      <dt>{t("subject")}</dt>
      <dd className="font-medium">{subject}</dd>
      <dt>{t("time")}</dt>
      <dd className="tabular-nums">
        {isScheduled ? clockWords(new Date(time), timeZone, new Date(time), locale).full : t("now")}
      </dd>
      {files.length > 0 ? (
        <>
          <dt>{t("files")}</dt>
          <dd>
            {files.map(({ fileName, size }, index) => (
              <span key={index} className="block">
                <bdi>{fileName}</bdi>
                {size === null ? null : <span className="text-text-3"> {fileSize(size, locale)}</span>}
              </span>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}
