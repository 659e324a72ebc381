import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldError } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import { whenIdle } from "@/components/ui/when-idle";
import type { ThreadView } from "@/lib/domain/thread-view";
import { FileList } from "./file-list";
import { ForwardedMessage } from "./forwarded-message";
import { useProblemWords } from "./problem-words";
import { SignatureLine } from "./signature-line";
import type { ComposerModel } from "./use-composer";

const ReplyEditor = late(
  () => import("@/components/editor/reply-editor").then((file) => file.ReplyEditor),
  <Skeleton className="mt-1.5 h-3 w-48" />,
);

let isWarm = false;

/** Begins to read the editor's code, and once the page is idle builds one, the first being by far the slowest. */
export function loadEditor(): void {
  ReplyEditor.load();
  if (isWarm) return;
  isWarm = true;
  whenIdle(
    () =>
      void import("@/components/editor/warm-editor").then(
        (file) => file.warmEditor(),
        () => (isWarm = false),
      ),
  );
}

type WritingProps = { model: ComposerModel; thread: ThreadView; signatureHtml: string };

/** Text, files and signature: the part that scrolls when the composer has grown to its limit. */
export function Writing({ model, thread, signatureHtml }: WritingProps) {
  const t = useTranslations("composer");
  const words = useProblemWords();
  const errorId = useId();
  const { state, dispatch, files, uploads } = model;
  const isPlain = state.writing.isPlain === true;
  const error = words(state.problems.body);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="cursor-text px-3 py-2">
        <ReplyEditor
          key={isPlain ? "plain" : "rich"}
          isPlain={isPlain}
          initialHtml={state.bodyHtml}
          label={t("text")}
          placeholder={t(state.writing.kind === "forward" ? "placeholderForward" : "placeholder")}
          describedBy={error ? errorId : undefined}
          isInvalid={Boolean(error)}
          templates={model.templates.store}
          onChange={(html) => dispatch({ type: "body", html })}
          onFiles={model.takeFilesInText}
          onReady={model.setEditor}
        />
        {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      </div>
      <FileList
        files={files}
        maxBytes={model.maxBytes}
        error={words(state.problems.files)}
        onRemove={model.removeFile}
        onRetry={(key) => uploads.retry(key)}
      />
      <SignatureLine
        html={signatureHtml}
        isOn={state.addSignature}
        onChange={(on) => dispatch({ type: "signature", on })}
      />
      <ForwardedMessage model={model} message={thread.messages.find(({ id }) => id === state.parentId) ?? null} />
    </div>
  );
}
