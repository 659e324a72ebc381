import { ChevronDown, ImageOff, ScanEye } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { MessageView } from "@/lib/domain/message-view";
import { MAX_REMOTE_PICTURES } from "@/lib/domain/remote-pictures";
import { usePictures } from "./use-pictures";

/** What was not loaded into a message and what was dropped from it, with the ways to have the pictures. */
export function PictureNotice({ message }: { message: MessageView }) {
  const t = useTranslations("thread.pictures");
  const { want, isPending } = usePictures(message.id);
  const { remote, trackers, consent } = message.pictures;
  const isHeld = remote > 0 && consent === null;
  const isPartly = remote > MAX_REMOTE_PICTURES && consent !== null;
  if (!isHeld && !isPartly && trackers === 0) return null;
  const parts = [
    isHeld ? t("held", { count: remote }) : "",
    isPartly ? t("partly", { count: MAX_REMOTE_PICTURES, total: remote }) : "",
    trackers > 0 ? t("trackers", { count: trackers }) : "",
  ];
  const Icon = isHeld || isPartly ? ImageOff : ScanEye;
  return (
    <div
      data-pictures={isHeld ? "held" : isPartly ? "partly" : "dropped"}
      className="mb-2 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 rounded-2 bg-surface-2 py-0.5 pr-1 pl-2 text-12 text-text-2"
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1 basis-40">{parts.filter(Boolean).join(" · ")}</span>
      {isHeld ? (
        <span className="flex items-center">
          <Button size="sm" variant="quiet" pending={isPending} onClick={() => want("message")}>
            {t("show")}
          </Button>
          <Menu
            trigger={
              <IconButton label={t("more")} className="size-control-sm">
                <ChevronDown aria-hidden />
              </IconButton>
            }
          >
            {message.from.address && !message.isJunk ? (
              <MenuItem onSelect={() => want("sender")}>{t("sender", { address: message.from.address })}</MenuItem>
            ) : null}
            {message.isJunk ? null : <MenuItem onSelect={() => want("always")}>{t("always")}</MenuItem>}
          </Menu>
        </span>
      ) : null}
    </div>
  );
}
