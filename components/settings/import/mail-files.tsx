"use client";

import { FileUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, type ChangeEvent } from "react";
import { fileSize } from "@/components/composer/file-size";
import { Button } from "@/components/ui/button";
import { useErrorWords } from "../error-words";
import { FormProblem } from "../form-problem";
import { useAskBeforeLeaving } from "../use-ask-before-leaving";
import { ChosenMailFiles } from "./chosen-mail-files";
import { FileDrop } from "./file-drop";
import { useMailFiles, type MailFilesProblem } from "./use-mail-files";

/** Past mail from files: chosen or dropped, looked through, and sent to be read into a mailbox. */
export function MailFiles({ mailboxId, onOrdered }: { mailboxId: string; onOrdered: () => void }) {
  const t = useTranslations("import.pastMail.files");
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const model = useMailFiles(onOrdered);
  const wordsOf = useProblemWords();
  const { chosen, isLooking, sending, messages, bytes, isTooMany } = model;
  const { question } = useAskBeforeLeaving(() => sending !== null);
  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    model.choose([...(currentTarget.files ?? [])]);
    // The same file once more is a choice too.
    currentTarget.value = "";
  };
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      <h3 className="text-13 font-strong">{t("title")}</h3>
      <FileDrop onFiles={model.choose}>
        <input
          ref={input}
          type="file"
          multiple
          tabIndex={-1}
          accept=".mbox,.mbx,.eml,message/rfc822,application/mbox"
          aria-label={t("label")}
          onChange={change}
          className="sr-only"
        />
        <Button icon={<FileUp aria-hidden />} disabled={sending !== null} onClick={() => input.current?.click()}>
          {t(chosen.length > 0 ? "more" : "choose")}
        </Button>
        <p className="min-w-0 flex-1 basis-56 text-12 text-text-3">{t("drop")}</p>
      </FileDrop>
      <FormProblem>{isTooMany ? t("tooMany") : model.problem ? wordsOf(model.problem) : undefined}</FormProblem>
      {chosen.length > 0 ? (
        <ChosenMailFiles chosen={chosen} isFixed={sending !== null} onRemove={model.remove} />
      ) : null}
      <output className="text-12 text-text-2 tabular-nums">
        {isLooking
          ? t("looking")
          : sending
            ? t(sending.isWaiting ? "waiting" : "sent", {
                sent: fileSize(sending.sent, locale),
                all: fileSize(bytes, locale),
              })
            : null}
      </output>
      {sending ? <progress max={bytes} value={sending.sent} aria-label={t("sending")} className="h-1 w-72" /> : null}
      {chosen.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="lg"
            variant="primary"
            pending={sending !== null}
            disabled={isLooking || messages === 0 || isTooMany}
            onClick={() => model.send(mailboxId)}
          >
            {t("import", { count: messages })}
          </Button>
          {sending ? (
            <Button size="lg" onClick={model.stop}>
              {t("stop")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {question}
    </section>
  );
}

function useProblemWords() {
  const t = useTranslations("import.pastMail.files");
  const { ofError } = useErrorWords();
  return (problem: MailFilesProblem): string => {
    if ("kind" in problem) return t(`notSent.${problem.why}`, { name: problem.name });
    return problem.reason === "sandbox" ? t("notSent.sandbox") : ofError(problem);
  };
}
