import { PenLine, Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { usePresent } from "@/components/presence/use-present";
import { usePresenceWords } from "@/components/presence/presence-mark";
import { Button } from "@/components/ui/button";
import type { TeammatesReply } from "@/lib/domain/teammates-replies";
import { firstName } from "@/lib/domain/presence";
import { clockWords } from "./clock-words";
import { SafeHtml } from "./safe-html";
import type { ComposerModel } from "./use-composer";

/** Above the foot: that a teammate has replied meanwhile, with their words, else that one is writing. Told politely. */
export function BesideLine({ model, timeZone }: { model: ComposerModel; timeZone: string }) {
  const { beside, threadId, state } = model;
  const writing = (usePresent().get(threadId) ?? []).filter((member) => member.state === "writing");
  const t = useTranslations("composer.beside");
  const words = usePresenceWords();
  const seen = () => {
    beside.see();
    // The line goes, and the focus with it.
    model.editor?.commands.focus();
  };
  const isOn = state.writing.kind !== "forward";
  return (
    <>
      <output className="block empty:hidden">
        {isOn && writing.length > 0 ? (
          <span className="flex items-center gap-2 border-t border-line px-3 py-2 text-12 text-text-2">
            <PenLine aria-hidden className="size-3.5 shrink-0 stroke-[1.75] text-accent-text" />
            {t("writing", { who: words(writing) })}
          </span>
        ) : null}
      </output>
      {isOn && beside.unseen ? (
        <Unseen key={beside.unseen.id} reply={beside.unseen} now={model.now} timeZone={timeZone} onSeen={seen} />
      ) : null}
    </>
  );
}

type UnseenProps = { reply: TeammatesReply; now: Date; timeZone: string; onSeen: () => void };

function Unseen({ reply, now, timeZone, onSeen }: UnseenProps) {
  const t = useTranslations("composer.beside");
  const locale = useLocale();
  const [isShown, setShown] = useState(false);
  const textId = useId();
  const time = clockWords(new Date(reply.at), timeZone, now, locale).short;
  return (
    <div data-beside={reply.id} className="border-t border-line px-3 py-2 text-12">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <output className="flex min-w-0 flex-1 items-center gap-2 font-medium text-warn">
          <Users aria-hidden className="size-3.5 shrink-0 stroke-[1.75]" />
          {t(reply.hasLeft ? "replied" : "planned", { name: firstName(reply.author.name), time })}
        </output>
        <Button
          variant="link"
          size="sm"
          aria-expanded={isShown}
          aria-controls={textId}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? "hide" : "show")}
        </Button>
        <Button size="sm" onClick={onSeen}>
          {t("read")}
        </Button>
      </div>
      <div id={textId} hidden={!isShown}>
        {isShown ? <TheirWords words={reply.words} /> : null}
      </div>
    </div>
  );
}

function TheirWords({ words }: Pick<TeammatesReply, "words">) {
  const className =
    "mt-1.5 max-h-40 overflow-y-auto border-l-2 border-line-2 pl-3 text-13 text-text [overflow-wrap:anywhere]";
  if ("html" in words) return <SafeHtml html={words.html} className={`${className} [&_p+p]:mt-2`} />;
  return <p className={`${className} whitespace-pre-wrap`}>{words.text}</p>;
}
