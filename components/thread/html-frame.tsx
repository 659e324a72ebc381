"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { isOffline, onConnectionChange } from "@/components/inbox/connection";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/toast";
import { useAfterPaint } from "@/components/ui/use-after-paint";
import type { MessageView } from "@/lib/domain/message-view";
import { framePath } from "@/lib/url/mail-paths";
import { dressFrame } from "./dress-frame";
import { likelyHeight } from "./likely-height";
import { PlainText } from "./plain-text";
import { writeTo } from "./write-to";
import { rememberedHeight, rememberHeight } from "./remembered-heights";

type State = "reading" | "simple" | "designed" | "failed";

/**
 * The HTML of a message, in a frame where nothing runs. The page around it measures it (scripts of its own it has none), gives
 * it the theme and passes its keys on. Designed mail keeps a light card in every theme. A frame that does not come leaves the
 * text of the message, and is tried again once the server is back.
 */
export function HtmlFrame({ message, isNear }: { message: MessageView; isNear: boolean }) {
  const t = useTranslations("thread.message");
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(() => rememberedHeight(message.id) ?? likelyHeight(message));
  const [state, setState] = useState<State>("reading");
  const [tries, setTries] = useState(0);
  const follow = useHeldLinks(message);
  const onFollow = useEffectEvent(follow);

  const messageId = message.id;
  // A frame costs as much as all else of a thread: who opens one sees first who wrote, and when.
  const isHere = useAfterPaint();
  // Another element rather than another address, which would be a step of the browser's Back.
  const drawing = `${message.pictures.consent !== null} ${tries}`;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let undress = () => {};
    const onLoad = () => {
      undress();
      const onHeight = (drawn: number) => {
        rememberHeight(messageId, drawn);
        setHeight(drawn);
      };
      const dressed = dressFrame(element, { onHeight, onFollow: (address) => onFollow(address) });
      undress = dressed?.undress ?? (() => {});
      setState(dressed ? (dressed.isDesigned ? "designed" : "simple") : "failed");
    };
    // A frame that the server drew may have loaded before this page woke up.
    const { contentDocument } = element;
    if (contentDocument?.readyState === "complete" && contentDocument.URL !== "about:blank") onLoad();
    element.addEventListener("load", onLoad);
    return () => {
      element.removeEventListener("load", onLoad);
      undress();
    };
  }, [messageId, isHere, drawing]);

  const again = () => {
    setState("reading");
    setTries((before) => before + 1);
  };
  const onBack = useEffectEvent(again);
  useEffect(() => {
    if (state !== "failed") return undefined;
    return onConnectionChange(() => {
      if (!isOffline()) onBack();
    });
  }, [state]);

  if (state === "failed")
    return (
      <>
        <p className="mb-2 flex items-center gap-2 text-12 text-bad">
          {t("frameFailed")}
          <Button size="sm" onClick={again}>
            {t("again")}
          </Button>
        </p>
        <PlainText message={message} />
      </>
    );
  return isHere ? (
    <iframe
      key={drawing}
      ref={frame}
      title={t("frame")}
      src={framePath(message.id)}
      loading={isNear ? "eager" : "lazy"}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      style={{ height }}
      className={cn(
        "block w-full border-0 transition-opacity duration-1",
        state === "designed" ? "rounded-2 bg-[#fff] [color-scheme:light]" : "bg-transparent",
        state === "reading" && "opacity-0",
      )}
    />
  ) : (
    <div style={{ height }} />
  );
}

/** In a message whose sender may not be who he seems, the first press on a link says where it leads; the second follows it. A mail address is written to in the thread. */
function useHeldLinks({ suspicions, api }: MessageView): (address: string) => boolean {
  const t = useTranslations("thread.message");
  const told = useRef<string>(null);
  return (address) => {
    if (!suspicions.some(({ kind }) => kind === "look_alike") || told.current === address)
      return !writeTo(api.id, address);
    told.current = address;
    toast(t("linkHeld", { target: address }), { tone: "warn" });
    return false;
  };
}
