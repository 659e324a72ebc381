"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { ToolButton } from "@/components/editor/tool-button";
import { late } from "@/components/ui/late";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { SendFromComposerInput } from "@/lib/services/replies/schemas";
import { isEmptyBody } from "./composer-state";
import type { ShownFile } from "./preview-head";
import { toContract } from "./to-contract";
import type { ComposerModel } from "./use-composer";

const ReplyPreview = late(() => import("./reply-preview").then((file) => file.ReplyPreview));

type Shown = { input: SendFromComposerInput; toNobody: boolean; files: ShownFile[] | null };

/** Shows the reply as its reader gets it, also while it cannot leave yet: whom it goes to and open variables may come later. */
export function PreviewTool({ model, thread }: { model: ComposerModel; thread: ThreadView }) {
  const t = useTranslations("composer.preview");
  const [shown, setShown] = useState<Shown | null>(null);
  const { keeper, zones } = model;
  const isReady = isComposable(model);
  const open = () => setShown(isReady ? shownOf(model, thread, keeper.draftId) : null);
  useCommands([
    { id: "reply.preview", group: "reply", label: t("open"), icon: Eye, isEnabled: () => isReady, run: open },
  ]);
  return (
    <>
      <ToolButton label={isReady ? t("open") : t("unready")} isDisabled={!isReady} onClick={open}>
        <Eye aria-hidden />
      </ToolButton>
      {shown ? (
        <ReplyPreview
          {...shown}
          isBySmartlead={thread.smartlead !== null}
          timeZone={zones.ours}
          onClose={() => setShown(null)}
        />
      ) : null}
    </>
  );
}

/** Whom it goes to, variables, times that have passed, files that are too large and another version beside it forbid the send alone. */
function isComposable({ state, files, readiness }: ComposerModel): boolean {
  const isWritten = state.writing.kind === "forward" || !isEmptyBody(state.bodyHtml);
  if (!isWritten || files.some((file) => file.state !== "ready")) return false;
  return readiness.state === "ready" || (readiness.state === "blocked" && SEND_ALONE.has(readiness.reason));
}

const SEND_ALONE: ReadonlySet<string> = new Set(["nobody", "open_variable", "too_large", "past", "conflict"]);

/** What the server would refuse is left out, and said beside it: without an address it takes the lead's. */
function shownOf({ state, files, readiness }: ComposerModel, thread: ThreadView, draftId: string): Shown | null {
  const input = toContract(state, thread, { draftId });
  if (!input) return null;
  const { toEmail, attachments, ...contract } = input.contract;
  const isTooLarge = readiness.state === "blocked" && readiness.reason === "too_large";
  const taken = { ...(toEmail ? { toEmail } : {}), ...(attachments && !isTooLarge ? { attachments } : {}) };
  const hanging = files.filter(({ isInline }) => !isInline).map(({ fileName, size }) => ({ fileName, size }));
  return {
    input: { ...input, contract: { ...contract, ...taken } },
    toNobody: !toEmail,
    files: isTooLarge ? hanging : null,
  };
}
