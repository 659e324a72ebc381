import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Checkbox } from "@/components/ui/checkbox";
import { toast } from "@/components/ui/toast";
import { formatParty } from "@/lib/domain/address";
import type { AttachmentView, MessageView } from "@/lib/domain/message-view";
import { subjectDirection } from "@/lib/domain/subject";
import { fileSize } from "./file-size";
import { messageFiles } from "./message-files";
import type { ComposerModel } from "./use-composer";

/** What a forward passes on: the head of the original, whose text goes below, and which of its files go along. */
export function ForwardedMessage({ model, message }: { model: ComposerModel; message: MessageView | null }) {
  const t = useTranslations("composer.forwarded");
  const { words } = useViewer();
  if (model.state.writing.kind !== "forward" || !message) return null;
  const lines = [
    ["from", formatParty(message.from)],
    ["date", words.precise(message.sentAt)],
    ["subject", message.subject],
    ["to", message.to.map(formatParty).join(", ")],
    ["cc", message.cc.map(formatParty).join(", ")],
  ] as const;
  return (
    <section aria-label={t("label")} className="mx-3 mb-2 border-l-2 border-line-2 pl-3 text-12 text-text-2">
      <p className="text-text-3">{t("goesAlong")}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        {lines.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-text-3">{t(name)}</dt>
              <dd dir={name === "subject" ? subjectDirection(value) : "auto"} className="truncate">
                {value}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
      {message.attachments.length > 0 ? <ChosenFiles model={model} message={message} /> : null}
    </section>
  );
}

function ChosenFiles({ model, message }: { model: ComposerModel; message: MessageView }) {
  const t = useTranslations("composer.forwarded");
  const locale = useLocale();
  const { state, dispatch } = model;
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Map(state.files.flatMap(({ attachmentId, key }) => (attachmentId ? [[attachmentId, key]] : [])));
  const wait = (id: string, on: boolean) =>
    setWaiting((former) => new Set(on ? [...former, id] : [...former].filter((each) => each !== id)));
  const choose = async ({ id }: AttachmentView, on: boolean) => {
    const key = chosen.get(id);
    if (!on && key) return dispatch({ type: "files", change: { type: "removed", key } });
    wait(id, true);
    const files = await messageFiles(message.id, [id]);
    wait(id, false);
    if (files) dispatch({ type: "files", change: { type: "taken", files } });
    else toast(t("failed"), { tone: "bad" });
  };
  return (
    <ul aria-label={t("files")} className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5">
      {message.attachments.map((file) => (
        <li key={file.id} className="min-w-0">
          <Checkbox
            checked={chosen.has(file.id) || waiting.has(file.id)}
            disabled={waiting.has(file.id)}
            onChange={(on) => void choose(file, on)}
          >
            <span className="flex min-w-0 gap-1.5">
              <bdi className="truncate">{file.fileName}</bdi>
              <span className="shrink-0 text-text-3 tabular-nums">{fileSize(file.size, locale)}</span>
            </span>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
