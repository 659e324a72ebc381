"use client";

import {
  AlignLeft,
  Braces,
  Code,
  Copy,
  Ellipsis,
  FileDown,
  Forward,
  ImageOff,
  LayoutTemplate,
  MessageSquareDiff,
  Printer,
  Reply,
  ReplyAll,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { requestReply } from "@/components/composer/reply-requests";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { IconButton } from "@/components/ui/icon-button";
import { useMay } from "@/components/inbox/use-may";
import { copyText } from "@/components/ui/copy-text";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { sample } from "@/lib/actions/reviews";
import { roleMay } from "@/lib/domain/permissions";
import type { MessageView } from "@/lib/domain/message-view";
import { sourcePath } from "@/lib/url/mail-paths";
import { reviewPath } from "@/lib/url/paths";
import { curlLine } from "./curl-line";
import type { BodyView } from "./message-body";
import { usePictures } from "./use-pictures";

const MODES = [
  { mode: "reply", Icon: Reply },
  { mode: "reply_all", Icon: ReplyAll },
  { mode: "forward", Icon: Forward },
] as const;
const NAMES = ["campaignId", "emailStatsId", "replyMessageId", "id"] as const;

type MessageMenuProps = {
  message: MessageView;
  view: BodyView;
  onView: (view: BodyView) => void;
  /** Of one message, or of the thread. */
  onPrint: (messageId?: string) => void;
};

/** What can be done with one message: answered, passed on, seen in other ways; and what can be taken from it: paper, its source, the ids that the API asks for. */
export function MessageMenu({ message, view, onView, onPrint }: MessageMenuProps) {
  const t = useTranslations("thread");
  const [mayWrite, isTeam] = [useMay("reply.send"), useMay("plan.read")];
  return (
    <Menu
      trigger={
        <IconButton label={t("message.menu")} className="size-control-sm">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      {mayWrite ? <Answers message={message} /> : null}
      {view === "plain" || !message.hasHtml ? null : (
        <MenuItem icon={<AlignLeft aria-hidden />} onSelect={() => onView("plain")}>
          {t("message.view.plainView")}
        </MenuItem>
      )}
      {view === "formatted" ? null : (
        <MenuItem icon={<LayoutTemplate aria-hidden />} onSelect={() => onView("formatted")}>
          {t("message.view.formattedView")}
        </MenuItem>
      )}
      {view === "source" || !isTeam ? null : (
        <MenuItem icon={<Code aria-hidden />} onSelect={() => onView("source")}>
          {t("message.view.sourceView")}
        </MenuItem>
      )}
      <HidePictures message={message} />
      <TakeSample message={message} />
      <MenuItem icon={<Printer aria-hidden />} onSelect={() => onPrint(message.id)}>
        {t("message.print")}
      </MenuItem>
      <MenuItem icon={<Printer aria-hidden />} onSelect={() => onPrint()}>
        {t("message.printThread")}
      </MenuItem>
      {isTeam ? <ForPrograms message={message} /> : null}
    </Menu>
  );
}

function Answers({ message: { id: messageId, api } }: Pick<MessageMenuProps, "message">) {
  const t = useTranslations("thread");
  return (
    <>
      {MODES.map(({ mode, Icon }) => (
        <MenuItem
          key={mode}
          icon={<Icon aria-hidden />}
          // The menu gives the focus back first; the composer takes it then.
          onSelect={() => setTimeout(() => requestReply({ threadId: api.id, messageId, mode }))}
        >
          {t(`message.answer.${mode}`)}
        </MenuItem>
      ))}
      <MenuSeparator />
    </>
  );
}

/** The ids that the API asks for, and the source. */
function ForPrograms({ message }: Pick<MessageMenuProps, "message">) {
  const t = useTranslations("thread");
  const { api } = message;
  const copy = (name: string, text: string) => {
    void copyText(text).then((isCopied) =>
      isCopied ? toast(t("api.copied", { name }), { tone: "good" }) : toast(t("api.failed"), { tone: "bad" }),
    );
  };
  return (
    <>
      <MenuSeparator />
      <p className="px-2 pt-1.5 pb-1 text-11 text-text-3">{t("api.title")}</p>
      {NAMES.map((name) => {
        const value = api[name];
        return value === null ? null : (
          <MenuItem key={name} icon={<Copy aria-hidden />} onSelect={() => copy(name, String(value))}>
            <span className="block max-w-72 truncate">{t("api.value", { name, value: String(value) })}</span>
          </MenuItem>
        );
      })}
      {api.campaignId === null ? null : (
        <MenuItem
          icon={<Braces aria-hidden />}
          onSelect={() => copy(t("api.curl"), curlLine(window.location.origin, api) ?? "")}
        >
          {t("api.curl")}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<FileDown aria-hidden />} onSelect={() => window.location.assign(sourcePath(message.id))}>
        {t("message.source")}
      </MenuItem>
    </>
  );
}

/** What was sent is taken as a sample by whoever may look at others' replies. */
function TakeSample({ message }: { message: MessageView }) {
  const t = useTranslations("thread.message");
  const router = useRouter();
  const { viewer } = useViewer();
  const { run } = useReplyAction();
  if (message.direction !== "out" || !roleMay(viewer.role, "review.decide")) return null;
  const take = () =>
    run(
      () => sample({ messageId: message.id }),
      ({ reviewId }) => router.push(`${reviewPath(reviewId)}&tab=samples`),
    );
  return (
    <MenuItem icon={<MessageSquareDiff aria-hidden />} onSelect={take}>
      {t("sample")}
    </MenuItem>
  );
}

/** What was asked for once can be taken back; pictures that are always shown belong to the settings. */
function HidePictures({ message }: { message: MessageView }) {
  const t = useTranslations("thread.pictures");
  const { want } = usePictures(message.id);
  const { remote, consent } = message.pictures;
  if (remote === 0 || consent === null || consent === "always") return null;
  return (
    <MenuItem icon={<ImageOff aria-hidden />} onSelect={() => want("none")}>
      {consent === "sender" ? t("hideSender", { address: message.from.address }) : t("hide")}
    </MenuItem>
  );
}
