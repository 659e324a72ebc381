import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { MessageView } from "@/lib/domain/message-view";
import { HtmlFrame } from "./html-frame";
import { MessageSource } from "./message-source";
import { PlainText } from "./plain-text";

export const BODY_VIEWS = ["formatted", "plain", "source"] as const;
/** How a message's text is shown: as it was sent, as text alone, or as it travelled. */
export type BodyView = (typeof BODY_VIEWS)[number];

type MessageBodyProps = {
  message: MessageView;
  isNear: boolean;
  /** Null: as the message asks for, with nothing above it. */
  view: BodyView | null;
  onView: (view: BodyView) => void;
  onPrint: () => void;
};

/** The text of a message, with the choice of its views above it once another one was asked for. */
export function MessageBody({ message, isNear, view, onView, onPrint }: MessageBodyProps) {
  const t = useTranslations("thread.message");
  const shown = view ?? "formatted";
  return (
    <>
      {view === null ? null : (
        <div className="mb-2 flex items-center gap-1">
          <fieldset aria-label={t("view.label")} className="flex rounded-2 bg-sunken p-0.5">
            {BODY_VIEWS.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={name === shown}
                onClick={() => onView(name)}
                className={cn(
                  "h-6 rounded-1 px-2.5 text-12 text-text-2 touch:h-control-touch",
                  name === shown ? "bg-raised font-medium text-text shadow-1" : "hover:text-text",
                )}
              >
                {t(`view.${name}`)}
              </button>
            ))}
          </fieldset>
          <IconButton label={t("print")} onClick={onPrint} className="ml-auto size-control-sm">
            <Printer aria-hidden />
          </IconButton>
        </div>
      )}
      {shown === "source" ? (
        <MessageSource messageId={message.id} />
      ) : shown === "formatted" && message.hasHtml ? (
        <HtmlFrame message={message} isNear={isNear} />
      ) : (
        <PlainText message={message} />
      )}
    </>
  );
}
