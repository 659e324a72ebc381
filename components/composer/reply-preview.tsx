"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { previewQuery } from "@/lib/queries/preview";
import type { PreviewedReply, SendFromComposerInput } from "@/lib/services/replies/schemas";
import { PreviewFrame } from "./preview-frame";
import { PreviewHead, type ShownFile } from "./preview-head";
import { useProblemWords } from "./problem-words";
import { refusalOf } from "./refusals";

type ReplyPreviewProps = {
  input: SendFromComposerInput;
  /** To is still empty. */
  toNobody: boolean;
  /** The files below it, where the server is not asked for them. */
  files: ShownFile[] | null;
  isBySmartlead: boolean;
  timeZone: string;
  onClose: () => void;
};

/** A reply as it will leave: its head, and its text in light and dark and as programs read it that show no HTML. */
export function ReplyPreview({ input, toNobody, files, isBySmartlead, timeZone, onClose }: ReplyPreviewProps) {
  const t = useTranslations("composer.preview");
  const { data, isError, refetch } = useQuery(previewQuery(input));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      className="flex max-w-3xl flex-col"
      actions={<Button onClick={onClose}>{t("close")}</Button>}
    >
      {data?.ok ? (
        <Shown
          input={input}
          reply={{ ...data.data, ...(toNobody ? { to: [] } : {}), ...(files ? { files } : {}) }}
          isBySmartlead={isBySmartlead}
          timeZone={timeZone}
        />
      ) : data || isError ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-13 text-bad">
          <Reason answer={data} />
          <Button size="sm" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : (
        <div aria-busy aria-label={t("loading")} className="flex flex-col gap-2">
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-48 w-full" />
        </div>
      )}
    </Dialog>
  );
}

function Reason({ answer }: { answer: { ok: false; error: Parameters<typeof refusalOf>[0] } | undefined }) {
  const t = useTranslations("composer.preview");
  const words = useProblemWords();
  if (!answer) return t("unreachable");
  const refusal = refusalOf(answer.error);
  const said = "problems" in refusal ? words(Object.values(refusal.problems)[0]) : undefined;
  return said ?? t("failed");
}

function Shown({
  input,
  reply,
  isBySmartlead,
  timeZone,
}: Pick<ReplyPreviewProps, "input" | "isBySmartlead" | "timeZone"> & { reply: PreviewedReply }) {
  const t = useTranslations("composer.preview");
  const locale = useLocale();
  const { remoteImages, isPlain } = reply;
  return (
    <div className="flex flex-col gap-3">
      <PreviewHead reply={reply} timeZone={timeZone} locale={locale} />
      {isBySmartlead ? <p className="text-12 text-text-2">{t("smartlead")}</p> : null}
      {isPlain ? <p className="text-12 text-text-2">{t("plain")}</p> : null}
      {remoteImages > 0 ? <p className="text-12 text-text-2">{t("remote", { count: remoteImages })}</p> : null}
      <Tabs.Root defaultValue={isPlain ? "text" : "light"} className="flex flex-col gap-2">
        <Tabs.List aria-label={t("views")} className="flex gap-1 border-b border-line">
          {(["light", "dark", "text"] as const).map((view) => (
            <Tabs.Tab
              key={view}
              value={view}
              className="-mb-px h-control border-b-2 border-transparent px-2 text-13 text-text-2 hover:text-text data-active:border-accent data-active:font-medium data-active:text-text touch:h-control-touch"
            >
              {t(view)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="light">
          <PreviewFrame input={input} theme="light" />
        </Tabs.Panel>
        <Tabs.Panel value="dark">
          <PreviewFrame input={input} theme="dark" />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <section
            aria-label={t("text")}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached with the keyboard too
            tabIndex={0}
            className="max-h-[45dvh] overflow-auto rounded-2 border border-line bg-surface p-3"
          >
            <pre className="font-mono text-12 break-words whitespace-pre-wrap">{reply.text}</pre>
          </section>
        </Tabs.Panel>
      </Tabs.Root>
    </div>
  );
}
