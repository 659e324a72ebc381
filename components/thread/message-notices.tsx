import { CircleX, FileWarning, Reply, ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BounceView, MessageView } from "@/lib/domain/message-view";
import { sourcePath } from "@/lib/url/mail-paths";
import { answersElsewhere } from "./people-words";
import { PictureNotice } from "./picture-notice";
import { SuspicionNotices } from "./suspicion-notices";
import type { Surroundings } from "./use-surroundings";

const WORDS: Partial<Record<string, "partlyRead" | "endLeftOut" | "textLost">> = {
  too_many_parts: "partlyRead",
  too_long: "endLeftOut",
  unstorable: "textLost",
  unreadable: "textLost",
};

/** What stands between a message's head and its text: what could not be read, what was not loaded, what came back. */
export function MessageNotices({ message, around }: { message: MessageView; around: Surroundings }) {
  const t = useTranslations("thread.message");
  const { parseProblem, bounces, isJunk, suspicions } = message;
  const isSaid = suspicions.some(({ kind }) => kind === "reply_elsewhere");
  const elsewhere = isSaid ? [] : answersElsewhere(message);
  return (
    <>
      <SuspicionNotices suspicions={suspicions} around={around} />
      {isJunk ? (
        <p className="mb-2 flex items-start gap-2 rounded-2 bg-surface-2 px-2 py-1.5 text-12 text-text-2 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
          <ShieldAlert aria-hidden className="text-warn" />
          <span className="min-w-0">
            <span className="font-medium text-text">{t("foundInJunk")}</span> {t("takeOutOfJunk")}
          </span>
        </p>
      ) : null}
      {parseProblem ? (
        <p className="mb-2 flex items-center gap-2 rounded-2 bg-surface-2 px-2 py-1.5 text-12 text-text-2 [&_svg]:size-3.5 [&_svg]:shrink-0">
          <FileWarning aria-hidden className="text-warn" />
          <span className="flex-1">{t(WORDS[parseProblem] ?? "broken")}</span>
          <a href={sourcePath(message.id)} download className="font-medium text-accent-text hover:underline">
            {t("source")}
          </a>
        </p>
      ) : null}
      {elsewhere.length > 0 ? (
        <p className="mb-2 flex items-start gap-2 rounded-2 bg-surface-2 px-2 py-1.5 text-12 text-text-2 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
          <Reply aria-hidden />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {t("answersTo", { addresses: elsewhere.join(", ") })}
          </span>
        </p>
      ) : null}
      <PictureNotice message={message} />
      {bounces.map((bounce) => (
        <BounceNotice key={bounce.recipient} bounce={bounce} />
      ))}
    </>
  );
}

function BounceNotice({ bounce }: { bounce: BounceView }) {
  const t = useTranslations("thread.bounce");
  const { recipient, permanent, reason, status } = bounce;
  return (
    <div className="mb-2 flex gap-2 border-l-2 border-bad bg-surface-2 px-3 py-2 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
      <CircleX aria-hidden className="text-bad" />
      <div className="min-w-0 text-12 [overflow-wrap:anywhere]">
        <p className="font-strong text-bad">{t(permanent ? "permanent" : "temporary", { recipient })}</p>
        <p className="text-text-2">
          {status && !reason.includes(status) ? `${status} ` : ""}
          {reason}
        </p>
      </div>
    </div>
  );
}
